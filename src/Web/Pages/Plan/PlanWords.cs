using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Planning;

namespace Trellis.Web.Pages.Plan;

/// <summary>What readers call the parts of a plan.</summary>
public static class PlanWords
{
    public static string Of(IStringLocalizer<Words> T, PlanEntryKind kind) => kind switch
    {
        PlanEntryKind.Objective => T["Objective"],
        PlanEntryKind.Service => T["Service"],
        PlanEntryKind.Support => T["Support"],
        PlanEntryKind.Barrier => T["Barrier"],
        _ => T["Follow-up"],
    };

    public static string Of(IStringLocalizer<Words> T, PlanParty party) => party switch
    {
        PlanParty.Participant => T["Participant"],
        PlanParty.Adviser => T["Adviser"],
        PlanParty.Provider => T["Training provider"],
        _ => T["Partner agency"],
    };

    public static string Of(IStringLocalizer<Words> T, PlanSigner signer) => signer == PlanSigner.Participant ? T["Participant"] : T["Adviser"];

    public static string Of(IStringLocalizer<Words> T, PlanChange change) => change.Kind switch
    {
        PlanChangeKind.Added => T["Added: {0}", change.About],
        PlanChangeKind.Removed => T["Removed: {0}", change.About],
        PlanChangeKind.Chosen => T["Training chosen: {0}", change.About],
        PlanChangeKind.Goal => T["New goal: {0}", change.About],
        _ => T["People of the plan: {0}", change.About],
    };

    public static string Of(IStringLocalizer<Words> T, PlanMoney money) => money switch
    {
        { IsFunding: false } => T["Cost"],
        { IsGranted: true } => T["Funding, granted"],
        _ => T["Funding, asked for"],
    };

    public static string Weeks(IStringLocalizer<Words> T, Figure weeks) => FigureWords.Said(T, weeks, w => T["{0} weeks", w.ToString("0", CultureInfo.CurrentCulture)]);

    public static string AtWork(IStringLocalizer<Words> T, Figure percent) => FigureWords.Said(T, percent, p => (p / 100).ToString("P0", CultureInfo.CurrentCulture));

    public static string Day(DateOnly? day) => day is { } on ? Reading.Day(new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero))! : "";

    public static string Dollars(IStringLocalizer<Words> T, long cents) => FigureWords.Dollars(T, Figure.Of(cents));

    /// <summary>A level that is kept in tenths: "2.5".</summary>
    public static string Level(int tenths) => (tenths / 10.0).ToString("0.0", CultureInfo.CurrentCulture);
}
