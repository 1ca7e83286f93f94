using System.Globalization;

namespace Trellis.Core.Guidance.Funding;

/// <summary>What a person answered, by the names of the questions. Read forgivingly: an answer that makes no sense counts as none.</summary>
public sealed class FundingAnswers
{
    /// <summary>The choice that says that none of the others is true.</summary>
    public const string None = "none";

    private const int MostDigits = 7;

    private readonly Dictionary<string, string[]> _values;

    private FundingAnswers(Dictionary<string, string[]> values) => _values = values;

    public static FundingAnswers Empty { get; } = new([]);

    public bool IsEmpty => _values.Count == 0;

    public static FundingAnswers Of(IEnumerable<FundingQuestion> questions, Func<string, IEnumerable<string?>> given)
    {
        var values = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            string[] kept = [.. given(question.Name).OfType<string>().Select(v => v.Trim()).Where(v => Fits(question, v)).Distinct(StringComparer.Ordinal)];
            if (kept.Length > 0)
                values[question.Name] = question.Kind == AnswerKind.Many ? Several(kept) : [kept[0]];
        }
        return new(values);
    }

    /// <summary>The number that was answered; null where the question was left open.</summary>
    public int? Number(string question) => _values.TryGetValue(question, out var value) ? int.Parse(value[0].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;

    /// <summary>The choices that were made; empty where the question was left open.</summary>
    public IReadOnlyList<string> Chosen(string question) => _values.GetValueOrDefault(question) ?? [];

    private static bool Fits(FundingQuestion question, string value) => question.Kind == AnswerKind.Number
        ? value.Length > 0 && value.Replace(",", "", StringComparison.Ordinal) is { Length: > 0 and <= MostDigits } digits && digits.All(char.IsAsciiDigit)
        : question.Choices.Any(c => c.Name == value) || (question.Kind == AnswerKind.Many && value == None);

    /// <summary>Whoever ticks something and "none" too means what was ticked.</summary>
    private static string[] Several(string[] kept) => kept.Length > 1 ? Array.FindAll(kept, k => k != None) : kept;
}
