using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// Advice on the wording of a draft after the rules that ship. It hinders nothing: its writers decide. Pure.
/// </summary>
public static class WritingCheck
{
    private static IReadOnlyDictionary<string, WritingRule> Rules => WritingRule.Shipped;

    /// <summary>What is found in the words of one statement.</summary>
    public static List<WritingFinding> OfWords(Guid statement, StatementKind kind, LanguageText text)
    {
        var found = new List<WritingFinding>();
        if (!kind.StatesCompetency())
            return found;
        foreach (var (language, words) in text.Values)
        {
            var plain = PlainText.Of(words);
            Add("vague-verb", FirstPhrase(plain, Rules["vague-verb"].Phrases(language, "starts"), atStart: true));
            Add("open-end", FirstPhrase(plain, Rules["open-end"].Phrases(language, "words"), atStart: false));
            var count = WordSplitter.Split(plain).Count;
            Add("overlong", count > Rules["overlong"].Limit(language) ? Number(count) : null);
            var grade = ReadingLevel.Of(plain, language);
            Add("reading", grade > Rules["reading"].Limit(language) ? Number(Math.Round(grade.Value, MidpointRounding.AwayFromZero)) : null);
        }
        return found;

        void Add(string rule, string? value)
        {
            if (value is not null)
                found.Add(new(Rules[rule], statement, value));
        }
    }

    /// <summary>What is found in a whole draft, in reading order.</summary>
    /// <param name="tree">The draft.</param>
    /// <param name="unresolved">Links whose other end is not known here, with the statement they leave.</param>
    /// <param name="reader">The language of who reads the findings.</param>
    public static List<WritingFinding> Of(DraftTree tree, IReadOnlyList<(Guid Statement, string Destination)> unresolved, string reader)
    {
        var nodes = tree.All.ToList();
        var found = nodes.SelectMany(n => OfWords(n.Id, n.Statement.Kind, n.Statement.Text).Concat(OfPlace(n))).ToList();
        found.AddRange(Untranslated(nodes));
        found.AddRange(Twins(nodes, reader));
        found.AddRange(unresolved.Where(u => tree.Find(u.Statement) is not null).Select(u => new WritingFinding(Rules["unresolved"], u.Statement, u.Destination)));
        var order = nodes.Select((n, i) => (n.Id, i)).ToDictionary(n => n.Id, n => n.i);
        return [.. found.OrderBy(f => order[f.Statement])];
    }

    private static IEnumerable<WritingFinding> OfPlace(DraftNode node)
    {
        var statement = node.Statement;
        if (statement.Kind == StatementKind.Block && (statement.Label is null || statement.Label.Equals(statement.Text)))
            yield return new(Rules["no-definition"], node.Id, "");
        if (statement.Kind is not (StatementKind.KeyBehavior or StatementKind.Item or StatementKind.Occupation or StatementKind.Tier) && node.Children.Count == 0)
            yield return new(Rules["empty-block"], node.Id, "");
    }

    /// <summary>A language that half of the statements have, the others should have.</summary>
    private static IEnumerable<WritingFinding> Untranslated(List<DraftNode> nodes)
    {
        var stated = nodes.Where(n => n.Statement.Kind.StatesCompetency()).ToList();
        var languages = stated.SelectMany(n => n.Statement.Text.Languages).CountBy(l => l).Where(l => l.Value * 2 >= stated.Count).Select(l => l.Key).ToList();
        return stated.SelectMany(n => languages.Where(l => !n.Statement.Text.Has(l)).Select(l => new WritingFinding(Rules["untranslated"], n.Id, l)));
    }

    private static IEnumerable<WritingFinding> Twins(List<DraftNode> nodes, string reader)
    {
        foreach (var group in nodes.Where(n => n.Statement.Kind.StatesCompetency()).GroupBy(n => LanguageText.Primary(n.Statement.Text.LanguageFor(reader))))
        {
            var texts = group.ToList();
            foreach (var (one, other, isSame) in StatementTwins.Among([.. texts.Select(n => PlainText.Of(n.Statement.Text.In(reader)))], group.Key))
                yield return new(Rules[isSame ? "duplicate" : "near-duplicate"], texts[other].Id, PlainText.Of(texts[one].Statement.Text.In(reader)));
        }
    }

    private static string? FirstPhrase(string text, IReadOnlyList<string> phrases, bool atStart)
    {
        foreach (var phrase in phrases)
        {
            var pattern = (atStart ? @"^\W*" : @"(?<!\w)") + "(?<phrase>" + Regex.Escape(phrase) + @")(?!\w)";
            if (Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match)
                return match.Groups["phrase"].Value;
        }
        return null;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
