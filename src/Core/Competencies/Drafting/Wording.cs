using System.Collections.Immutable;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>What somebody wrote for a statement in one language. An empty field takes away what stood there in that language.</summary>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Text">The statement, or the definition of a block.</param>
/// <param name="Label">A short title.</param>
/// <param name="Keywords">Separated by commas.</param>
public sealed record Wording(string Language, string Text, string? Label = null, string? Notes = null, string? Keywords = null)
{
    public const int LongestText = 4000;
}

/// <summary>Puts words into statements; what was said in other languages stays. Pure.</summary>
public static class Wordings
{
    public static DraftStatement Apply(DraftStatement statement, IReadOnlyList<Wording> words)
    {
        if (words.Any(w => w.Text.Length > Wording.LongestText || w.Label?.Length > Wording.LongestText || w.Notes?.Length > Wording.LongestText))
            throw new UnusableInputException(DraftProblems.TooLong(Wording.LongestText));
        return statement with
        {
            Text = With(statement.Text, words, w => w.Text) ?? throw new UnusableInputException(DraftProblems.NoText),
            Label = With(statement.Label, words, w => w.Label),
            Notes = With(statement.Notes, words, w => w.Notes),
            Keywords = With(statement.Keywords, words),
        };
    }

    /// <summary>A new statement in these words.</summary>
    public static LanguageText TextOf(IReadOnlyList<Wording> words) =>
        LanguageText.From(words.Select(w => new KeyValuePair<string, string>(w.Language, w.Text))) ?? throw new UnusableInputException(DraftProblems.NoText);

    /// <summary>
    /// The words before and after an empty line. A language without one stays whole in the first part; null where none has one.
    /// </summary>
    public static (List<Wording> First, List<Wording> Second)? Split(IReadOnlyList<Wording> words)
    {
        var parts = words.Select(w => (Words: w, Parts: w.Text.ReplaceLineEndings("\n").Split("\n\n", 2, StringSplitOptions.TrimEntries))).ToList();
        var broken = parts.Where(p => p.Parts is [{ Length: > 0 }, { Length: > 0 }]).ToList();
        if (broken.Count == 0)
            return null;
        return ([.. parts.Select(p => broken.Contains(p) ? p.Words with { Text = p.Parts[0] } : p.Words)],
            [.. broken.Select(p => new Wording(p.Words.Language, p.Parts[1]))]);
    }

    private static LanguageText? With(LanguageText? now, IReadOnlyList<Wording> words, Func<Wording, string?> field)
    {
        var kept = now?.Values.Where(v => !words.Any(w => w.Language == v.Key)) ?? [];
        return LanguageText.From([.. kept, .. words.Select(w => new KeyValuePair<string, string>(w.Language, (field(w) ?? "").ReplaceLineEndings("\n")))]);
    }

    private static LanguageTerms? With(LanguageTerms? now, IReadOnlyList<Wording> words)
    {
        var kept = now?.Values.Where(v => !words.Any(w => w.Language == v.Key)) ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        return LanguageTerms.From([
            .. kept.Select(v => new KeyValuePair<string, IEnumerable<string>>(v.Key, v.Value)),
            .. words.Select(w => new KeyValuePair<string, IEnumerable<string>>(w.Language, (w.Keywords ?? "").Split(',')))]);
    }
}
