using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Guidance.Caseload;

namespace Trellis.Web.Pages.Caseload;

/// <summary>What readers call the parts of a customer's record.</summary>
public static class CaseWords
{
    public static string Of(IStringLocalizer<Words> T, ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Guidance => T["Keep profile, plan and notes, and read them to advise"],
        ConsentPurpose.Training => T["Tell training providers who is coming"],
        ConsentPurpose.Jobs => T["Tell employers of the candidate"],
        _ => T["Ask how it goes after the end"],
    };

    public static string Of(IStringLocalizer<Words> T, ConsentWay way) => way switch
    {
        ConsentWay.Spoken => T["Said"],
        ConsentWay.OnPaper => T["Signed on paper"],
        _ => T["Online, signed in"],
    };

    public static string Of(IStringLocalizer<Words> T, CloseReason reason) => reason switch
    {
        CloseReason.Employed => T["Found work"],
        CloseReason.InTraining => T["Began training"],
        CloseReason.Moved => T["Moved away"],
        CloseReason.NoContact => T["No contact any more"],
        _ => T["Another reason"],
    };

    public static string Of(IStringLocalizer<Words> T, NoteKind kind) => kind switch
    {
        NoteKind.Meeting => T["Meeting"],
        NoteKind.Call => T["Call"],
        NoteKind.Message => T["Message"],
        NoteKind.Note => T["Note"],
        _ => T["Outcome"],
    };

    public static string Of(IStringLocalizer<Words> T, AssignmentAnswer? answer) => answer switch
    {
        AssignmentAnswer.Accepted => T["accepted"],
        AssignmentAnswer.Declined => T["not accepted"],
        AssignmentAnswer.TakenBack => T["taken back"],
        _ => T["waits for an answer"],
    };

    /// <summary>An action of the audit in everyday words.</summary>
    public static string Action(IStringLocalizer<Words> T, string action) => action switch
    {
        "customer make" or "customer keep" => T["Record begun"],
        "customer rename" => T["Name or tags changed"],
        "customer team" => T["Shared with a team, or no longer"],
        "customer consent" => T["Consent given"],
        "customer withdraw" => T["Consent withdrawn"],
        "customer read" => T["Record opened"],
        "customer note" or "customer note pin" or "customer note remove" => T["Notes changed"],
        "customer task" or "customer task done" or "customer task undone" => T["Tasks changed"],
        "customer profile" or "customer profile forget" => T["Profile changed"],
        "customer plan" or "customer plan forget" => T["Plan changed"],
        "customer close" => T["Case closed"],
        "customer reopen" => T["Case opened again"],
        "customer notes expire" => T["Notes deleted by rule"],
        _ => T["Responsibility changed"],
    };

    /// <summary>Why a form was not taken; null where nothing was wrong.</summary>
    public static string? Fault(IStringLocalizer<Words> T, string? code) => string.IsNullOrEmpty(code) ? null : Sentence(T, code).Value;

    private static LocalizedString Sentence(IStringLocalizer<Words> T, string code) => code switch
    {
        "stale" => T["The page had been open for too long. Please try again."],
        "customer-name" => T["Give the customer a name or initials of 1 to {0} characters.", CustomerCard.LongestName],
        "customer-tags" => T["Use at most {0} tags of 1 to {1} characters each.", CustomerCard.MostTags, CustomerCard.LongestTag],
        "consent-missing" => T["Ask the customer first: without consent nothing is kept."],
        "consent-until" => T["Choose a last day for the consent, from tomorrow to two years from now."],
        "share-with" => T["Choose an adviser or an organization."],
        "hand-over-adviser" => T["Choose another adviser of one of your organizations."],
        "hand-over-consent" => T["The customer allowed one adviser alone to read this, and has to share it with the other first."],
        "hand-over-open" => T["This customer is offered to somebody already. Take that back first."],
        "hand-over-note" => T["Write a note of at most {0} characters.", CustomerAssignment.LongestNote],
        "assign-adviser" => T["Choose another adviser."],
        "note-text" => T["Write a note of 1 to {0} characters.", CustomerNote.LongestText],
        "task-text" => T["Say in 1 to {0} characters what is to be done.", CustomerTask.LongestText],
        "task-due" => T["Choose the day until which it is to be done."],
        _ => T["The form could not be taken. Check what you entered."],
    };

    /// <summary>What was done; null where nothing was.</summary>
    public static string? Done(IStringLocalizer<Words> T, string? word) => word switch
    {
        "saved" => T["Saved."],
        "made" => T["The record was begun. Work with the customer from here."],
        "left" => T["You are no longer with a customer."],
        "withdrawn" => T["The consent was withdrawn. Nobody can read the record any more."],
        "deleted" => T["Everything that was kept has been deleted."],
        "offered" => T["The customer was offered. You stay responsible until the other adviser accepts."],
        "accepted" => T["You are responsible for this customer now."],
        "answered" => T["Answered."],
        "kept" => T["Your profile and plan are kept in your account now."],
        "assigned" => T["The customers have another adviser now."],
        _ => null as string,
    };

    /// <summary>The value of a field for a day.</summary>
    public static string Field(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
