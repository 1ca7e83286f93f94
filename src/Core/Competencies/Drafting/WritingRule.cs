using System.Globalization;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// A rule of good wording, with what it looks for in each language and how it explains itself. The rules are data:
/// data/reference/writing-rules.csv.
/// </summary>
public sealed class WritingRule
{
    private readonly Dictionary<(string Language, string What), string> _values;

    private WritingRule(string code, Dictionary<(string, string), string> values) => (Code, _values) = (code, values);

    /// <summary>The rules that ship.</summary>
    public static IReadOnlyDictionary<string, WritingRule> Shipped { get; } = Read(ReferenceLines.Of("writing-rules.csv"));

    public string Code { get; }

    /// <summary>What is wrong and what would be better; its hole takes the value of the finding.</summary>
    public string Explanation(string language) =>
        _values.GetValueOrDefault((LanguageText.Primary(language), "explanation")) ?? _values[("en", "explanation")];

    /// <summary>The phrases that a text in this language must not hold, or not start with.</summary>
    public IReadOnlyList<string> Phrases(string language, string what) =>
        _values.GetValueOrDefault((LanguageText.Primary(language), what))?.Split('|') ?? [];

    public double? Limit(string language) =>
        _values.TryGetValue((LanguageText.Primary(language), "limit"), out var limit) ? double.Parse(limit, CultureInfo.InvariantCulture) : null;

    private static Dictionary<string, WritingRule> Read(IEnumerable<string[]> rows) => rows.GroupBy(r => r[0]).ToDictionary(
        g => g.Key,
        g => new WritingRule(g.Key, g.ToDictionary(r => (r[1], r[2]), r => string.Join(',', r[3..]))));
}

/// <summary>A place where a rule found something: the statement, and what the explanation is to name.</summary>
public sealed record WritingFinding(WritingRule Rule, Guid Statement, string Value)
{
    public string Explain(string language) => string.Format(CultureInfo.InvariantCulture, Rule.Explanation(language), Value);
}
