using System.Collections.Frozen;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>Which of its texts a node was found by, and the words there that were looked for, as the text writes them.</summary>
public sealed record HitReason(HitPart Part, IReadOnlyList<string> Words)
{
    /// <summary>The reasons for a hit, in the order in which they count. Pure.</summary>
    public static List<HitReason> Of(Statement statement, FrozenSet<string> marks)
    {
        var reasons = new List<HitReason>();
        Add(HitPart.Label, statement.Label?.Values.SelectMany(v => Marked(v.Value, v.Key, marks)));
        Add(HitPart.Text, statement.Text.Values.SelectMany(v => Marked(v.Value, v.Key, marks)));
        Add(HitPart.Keyword, statement.Keywords?.Values.SelectMany(v => v.Value.Where(k => Highlight.IsIn(k, v.Key, marks))));
        Add(HitPart.Notes, statement.Notes?.Values.SelectMany(v => Marked(v.Value, v.Key, marks)));
        Add(HitPart.Notation, statement.Notation is { } notation && marks.Contains(SearchTerm.OfNotation(notation)) ? [notation] : null);
        return reasons;

        void Add(HitPart part, IEnumerable<string>? words)
        {
            if (words?.Distinct(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } found)
                reasons.Add(new(part, found));
        }
    }

    private static IEnumerable<string> Marked(string text, string language, FrozenSet<string> marks) =>
        Highlight.Runs(text, language, marks).Where(r => r.IsMarked).Select(r => r.Text);
}

/// <summary>A text of a node.</summary>
public enum HitPart
{
    Label,
    Text,
    Keyword,
    Notes,
    Notation,
}
