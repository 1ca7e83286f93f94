using Trellis.Core.Codes;

namespace Trellis.Core.Access;

/// <summary>What is wrong with the particulars of an account, and which of them differ.</summary>
internal static class PersonProblems
{
    public static List<Problem> Of(string name, string email)
    {
        var problems = new List<Problem>();
        if (name.Length is 0 or > Person.LongestName || name.Any(char.IsControl))
            problems.Add(Problem.Rejected("person-name", "name", "Give a name of 1 to {0} characters.", $"{Person.LongestName}"));
        if (!IsEmail(email))
            problems.Add(Problem.Rejected("person-email", "email", "Give an e-mail address such as ana@example.org."));
        return problems;
    }

    /// <summary>What of the secrets changed, in words that tell none of them.</summary>
    public static string[] Changed(Person before, Person after) => [.. new[]
    {
        before.PasswordHash == after.PasswordHash ? null : "password",
        before.HasSecondFactor == after.HasSecondFactor ? null : after.HasSecondFactor ? "second factor on" : "second factor off",
        before.AuthenticatorKey == after.AuthenticatorKey ? null : "authenticator key",
        before.RecoveryCodes == after.RecoveryCodes ? null : "recovery codes",
        before.SecurityStamp == after.SecurityStamp ? null : "sessions ended",
        before.State == after.State ? null : "state",
    }.OfType<string>()];

    private static bool IsEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return email.Length <= Person.LongestEmail && at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1
            && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
    }
}
