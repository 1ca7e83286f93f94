using System.Globalization;

namespace Trellis.Core.Codes;

/// <summary>
/// What is wrong with something a person gave us, where, and what would be right. <paramref name="Code"/> is stable and meant
/// for programs; <paramref name="Where"/> is a JSON pointer, a row or a field; <paramref name="Sentence"/> is a format string
/// whose holes are <paramref name="Values"/>, so that a page can say it in its reader's language.
/// </summary>
public sealed record Problem(string Code, string Where, string Sentence, params string[] Values)
{
    public Severity Severity { get; init; } = Severity.Repaired;

    /// <summary>The sentence in English.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Sentence, [.. Values]);

    public static Problem Rejected(string code, string where, string sentence, params string[] values) =>
        new(code, where, sentence, values) { Severity = Severity.Rejected };

    public static Problem Repaired(string code, string where, string sentence, params string[] values) =>
        new(code, where, sentence, values);

    public static Problem Noted(string code, string where, string sentence, params string[] values) =>
        new(code, where, sentence, values) { Severity = Severity.Noted };
}

/// <summary>What became of the row a problem speaks of: only noted, repaired and taken, or left out.</summary>
public enum Severity
{
    Noted,
    Repaired,
    Rejected,
}

/// <summary>Input that cannot be used at all, with every reason found. Doors show the list; nothing was written.</summary>
public sealed class UnusableInputException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(" ", problems.Select(p => $"{p.Where}: {p.Message}")))
{
    public UnusableInputException(Problem problem) : this([problem]) { }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
