using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>The words a reader looks for within one framework. Case and accents do not count; every word must be there.</summary>
public sealed class StatementFilter
{
    private readonly string[] _words;

    private StatementFilter(string[] words) => _words = words;

    /// <summary>The filter that a reader typed, or null where there is no word in it.</summary>
    public static StatementFilter? Parse(string? text)
    {
        var words = Stems.Fold(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : new(words);
    }

    /// <summary>Whether what a reader of <paramref name="language"/> sees of the node holds every word.</summary>
    public bool Matches(OutlineNode node, string language)
    {
        var seen = Stems.Fold(string.Join('\n', node.Notation, node.Label?.In(language), PlainText.Of(node.Text.In(language))));
        return Array.TrueForAll(_words, w => seen.Contains(w, StringComparison.Ordinal));
    }
}
