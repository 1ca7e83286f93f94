namespace Trellis.Web;

/// <summary>Addresses of accounts, people, organizations and the audit.</summary>
public static partial class Links
{
    public const string Account = "/account";
    public const string SignIn = "/account/sign-in";
    public const string SignInPassword = "/account/sign-in/password";
    public const string SignInCheck = "/account/code/check";
    public const string SignInCode = "/account/code";
    public const string SignOut = "/account/sign-out";
    public const string SignInSso = "/account/sso";
    public const string SignInDemo = "/account/demo";
    public const string Forgotten = "/account/forgotten";
    public const string ForgottenSend = "/account/forgotten/send";
    public const string AccountEnter = "/account/enter";
    public const string AccountProfile = "/account/profile";
    public const string AccountPassword = "/account/password";
    public const string SecondFactor = "/account/second-factor";
    public const string SecondFactorOn = "/account/second-factor/on";
    public const string SecondFactorOff = "/account/second-factor/off";
    public const string SecondFactorCodes = "/account/second-factor/codes";
    public const string AccountSessions = "/account/sessions";
    public const string AccountKeys = "/account/keys";
    public const string Following = "/account/following";
    public const string Follow = "/account/following/follow";
    public const string Unfollow = "/account/following/unfollow";
    public const string FollowingSeen = "/account/following/seen";
    public const string FollowingMail = "/account/following/mail";
    public const string AccountExport = "/account/export.json";
    public const string AccountDelete = "/account/delete";
    public const string AccountDeleteNow = "/account/delete/now";
    public const string People = "/people";
    public const string PersonInvite = "/people/invite";
    public const string Organizations = "/organizations";
    public const string OrganizationSave = "/organizations/save";
    public const string Audit = "/audit";

    public static string AccountLink(string token) => $"/account/link/{token}";

    public static string SignInFault(string fault) => $"{SignIn}?fault={fault}";

    public static string SignInBack(string back) => $"{SignIn}?back={Uri.EscapeDataString(back)}";

    public static string EndSession(Guid id) => $"{AccountSessions}/{id}/end";

    public static string RevokeKey(Guid id) => $"{AccountKeys}/{id}/revoke";

    public static string Person(Guid id) => $"{People}/{id}";

    /// <summary>What a form does to a person: "roles", "place", "disable", "enable", "link" or "retire".</summary>
    public static string Person(Guid id, string what) => $"{People}/{id}/{what}";

    public static string Organization(Guid id) => $"{Organizations}/{id}";

    public static string OrganizationTeams(Guid id) => $"{Organizations}/{id}/teams";

    /// <summary>The audit with its filter, as a file: "csv", "xlsx" or "json".</summary>
    public static string AuditFile(string ending, string query) => $"{Audit}.{ending}{query}";
}
