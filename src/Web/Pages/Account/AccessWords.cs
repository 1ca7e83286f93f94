using Microsoft.Extensions.Localization;
using Trellis.Core.Access;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Account;

/// <summary>What readers call roles, kinds and states of accounts, and what is said of a form that could not be taken.</summary>
public static class AccessWords
{
    public static string Of(IStringLocalizer<Words> T, Role role) => role switch
    {
        Role.Administrator => T["Administrator"],
        Role.BoardStaff => T["Board staff"],
        Role.CareerAdviser => T["Career adviser"],
        Role.ModelSteward => T["Model steward"],
        Role.Employer => T["Employer"],
        Role.TrainingProvider => T["Training provider"],
        Role.JobSeeker => T["Job seeker"],
        _ => T["Reader"],
    };

    public static string Of(IStringLocalizer<Words> T, PersonState state) => state switch
    {
        PersonState.Invited => T["Invited"],
        PersonState.Active => T["Active"],
        PersonState.Disabled => T["Disabled"],
        _ => T["Deleted"],
    };

    public static string Of(IStringLocalizer<Words> T, OrganizationKind kind) => kind switch
    {
        OrganizationKind.Board => T["Workforce board"],
        OrganizationKind.JobCenter => T["Job center"],
        OrganizationKind.Association => T["Industry association"],
        OrganizationKind.Employer => T["Employer"],
        OrganizationKind.TrainingProvider => T["Training provider"],
        _ => T["Other organization"],
    };

    public static string Of(IStringLocalizer<Words> T, Permission permission) => permission switch
    {
        Permission.ImportModels => T["Load models"],
        Permission.ImportData => T["Load and drop data"],
        Permission.ManageDemand => T["Change labels of in-demand lists"],
        Permission.ManageAreas => T["Save and delete regions"],
        Permission.ReadOrganizations => T["Read organizations"],
        Permission.ReadAudit => T["Read the audit"],
        _ => permission.ToString(),
    };

    /// <summary>Why a form was not taken, by the code of the problem; null where there is none.</summary>
    public static string? Fault(IStringLocalizer<Words> T, string? code) => string.IsNullOrEmpty(code) ? null : Sentence(T, code).Value;

    private static LocalizedString Sentence(IStringLocalizer<Words> T, string code) => code switch
    {
        "too-many-followed" => T["You follow {0} models and drafts already. Stop following one first.", Core.Competencies.Following.FollowEditor.MostFollowed],
        "stale" => T["The page had been open for too long. Please try again."],
        "sign-in" => T["The e-mail address or the password is wrong, or there were too many tries; then wait a few minutes. An account may also have been disabled."],
        "code" => T["The code is wrong, or it was used already. Wait for the next one and try again."],
        "sso" => T["The sign-in at the other provider did not work. Please try again."],
        "sso-unknown" => T["The other provider knows you, but you have no account here. Ask an administrator of this installation for one."],
        "link" => T["This link was used already, is older than a day, or was never right. Ask for a new one."],
        "password-wrong" => T["The present password is wrong."],
        "password-differs" => T["The two new passwords are not the same."],
        "password-short" => T["A password has at least {0} characters. Four words that do not belong together are easy to keep in mind.", PasswordRule.Shortest],
        "password-long" => T["A password has at most {0} characters.", PasswordRule.Longest],
        "password-personal" => T["The password holds your name or e-mail address. Others would try that first."],
        "password-common" => T["The password is one of those that others try first: common words, keys in a row, repeats or years. Choose one that only you would think of."],
        "person-name" => T["Give a name of 1 to {0} characters.", Person.LongestName],
        "person-email" => T["Give an e-mail address such as ana@example.org."],
        "email-taken" => T["There is an account with this e-mail address."],
        "no-role" => T["Choose at least one role."],
        "last-administrator" => T["This is the only administrator. Make somebody else one first."],
        "key-name" => T["Give the key a name of 1 to {0} characters.", ApiKey.LongestName],
        "key-days" => T["A key lasts 1 to {0} days.", ApiKey.LongestDays],
        "key-scope" => T["A key cannot do what its person may not do."],
        "organization-name" => T["Give a name of 1 to {0} characters.", Organization.LongestName],
        "organization-taken" => T["There is an organization with this name."],
        "team-taken" => T["The organization has a team with this name."],
        "unknown-organization" => T["There is no such organization or team."],
        _ => T["The form could not be taken. Check what you entered."],
    };
}
