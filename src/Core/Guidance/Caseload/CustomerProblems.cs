using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Codes;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>What can be wrong with what is told of a customer.</summary>
internal static class CustomerProblems
{
    /// <summary>A consent holds two years at most and is then asked for again.</summary>
    public const int MostDays = 731;

    public static List<Problem> Of(CustomerCard card)
    {
        var problems = new List<Problem>();
        if (IsWrong(card.Name, CustomerCard.LongestName))
            problems.Add(Problem.Rejected("customer-name", "name", "Give the customer a name or initials of 1 to {0} characters.", Number(CustomerCard.LongestName)));
        if (card.Tags.Count > CustomerCard.MostTags || card.Tags.Exists(t => IsWrong(t, CustomerCard.LongestTag)))
            problems.Add(Problem.Rejected("customer-tags", "tags", "Use at most {0} tags of 1 to {1} characters each.", Number(CustomerCard.MostTags), Number(CustomerCard.LongestTag)));
        return problems;
    }

    public static IEnumerable<Problem> OfUntil(DateOnly? until, Change change)
    {
        var today = DateOnly.FromDateTime(change.When.UtcDateTime);
        if (until is not { } last || last <= today || last > today.AddDays(MostDays))
            yield return Problem.Rejected("consent-until", "until", "Choose a last day for the consent, from tomorrow to two years from now.");
    }

    /// <summary>Lines of text may hold line breaks, nothing else that cannot be printed.</summary>
    public static string Text(string? text, int longest, string code, string sentence)
    {
        var trimmed = text?.Trim().ReplaceLineEndings("\n") ?? "";
        return trimmed.Length is 0 || trimmed.Length > longest || trimmed.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? throw new UnusableInputException(Problem.Rejected(code, "text", sentence, Number(longest)))
            : trimmed;
    }

    private static bool IsWrong(string text, int longest) => text.Trim().Length == 0 || text.Length > longest || text.Any(char.IsControl);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
