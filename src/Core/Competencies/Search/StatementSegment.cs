using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>
/// The search index of one framework version: which nodes have which words, and where. It never changes, so that any number of
/// threads read it; a new version gets a new one. Nodes are known in it by their rank in the tree.
/// </summary>
public sealed class StatementSegment
{
    private readonly string[] _terms;
    private readonly int[] _starts;
    private readonly int[] _docs;
    private readonly byte[] _impacts;
    private readonly int[] _tokens;
    private readonly int[] _tokenStarts;
    private readonly Guid[] _ids;
    private readonly int[] _parents;
    private readonly byte[] _cells;
    private readonly bool[] _empty;

    internal StatementSegment(IndexedVersion version, SegmentParts parts)
    {
        Version = version;
        (_terms, _starts, _docs, _impacts) = (parts.Terms, parts.Starts, parts.Docs, parts.Impacts);
        (_tokens, _tokenStarts, _ids, _parents, _cells) = (parts.Tokens, parts.TokenStarts, parts.Ids, parts.Parents, parts.Cells);
        (_empty, Words) = (parts.EmptyTerms, parts.Words);
    }

    public IndexedVersion Version { get; }

    /// <summary>How many nodes it covers.</summary>
    public int Count => _ids.Length;

    public int TermCount => _terms.Length;

    /// <summary>The words as texts write them, for spelling.</summary>
    public IReadOnlyList<WordCount> Words { get; }

    /// <summary>About how much memory it takes.</summary>
    public long Bytes => 4L * (_starts.Length + _docs.Length + _tokens.Length + _tokenStarts.Length + _parents.Length)
        + _impacts.Length + _cells.Length + _empty.Length + 16L * _ids.Length
        + _terms.Sum(t => 30L + 2 * t.Length) + Words.Sum(w => 46L + 2 * w.Word.Length);

    internal ReadOnlySpan<byte> Cells => _cells;

    public Guid IdOf(int doc) => _ids[doc];

    /// <summary>The node that holds this one, or -1 at the top.</summary>
    public int ParentOf(int doc) => _parents[doc];

    internal string Term(int term) => _terms[term];

    /// <summary>The number of a term, or -1 where no node has it.</summary>
    internal int Find(string term) => Math.Max(-1, Array.BinarySearch(_terms, term, StringComparer.Ordinal));

    /// <summary>The numbers of the terms of one language, which stand together because its letter comes first.</summary>
    internal Range TermsOf(char letter) => First(letter.ToString())..First(((char)(letter + 1)).ToString());

    /// <summary>Whether a term stands for a stop word.</summary>
    internal bool IsEmptyTerm(int term) => _empty[term];

    /// <summary>How many nodes have a term.</summary>
    internal int Frequency(int term) => _starts[term + 1] - _starts[term];

    private int First(string start) => Array.BinarySearch(_terms, start, StringComparer.Ordinal) is var place && place < 0 ? ~place : place;

    internal Matches Postings(int term) => new(_docs, _impacts, _starts[term], Frequency(term));

    /// <summary>The words of a node in the order of its texts; a negative number begins a text of the field ~number.</summary>
    internal ReadOnlySpan<int> Tokens(int doc) => _tokens.AsSpan(_tokenStarts[doc].._tokenStarts[doc + 1]);
}

/// <summary>The texts of a node, as far as search tells them apart.</summary>
internal enum SearchField
{
    Text,
    Label,
    Keywords,
    Notes,
    Notation,
    WholeNotation,
}

/// <summary>The arrays of a segment, as its builder made them.</summary>
internal sealed record SegmentParts
{
    public required string[] Terms { get; init; }

    /// <summary>Where the postings of a term begin in <see cref="Docs"/> and <see cref="Impacts"/>; one more at the end.</summary>
    public required int[] Starts { get; init; }
    public required int[] Docs { get; init; }

    /// <summary>How much a node is about a term, 1 to 255.</summary>
    public required byte[] Impacts { get; init; }
    public required int[] Tokens { get; init; }
    public required int[] TokenStarts { get; init; }
    public required Guid[] Ids { get; init; }
    public required int[] Parents { get; init; }

    /// <summary>Tier and kind of each node as one number, see <see cref="FacetCell"/>.</summary>
    public required byte[] Cells { get; init; }

    /// <summary>Whether each term stands for a stop word of its language.</summary>
    public required bool[] EmptyTerms { get; init; }
    public required WordCount[] Words { get; init; }
}

/// <summary>Nodes that match something, in tree order, each with its impact. A view of arrays that belong to others.</summary>
internal readonly record struct Matches(int[] Docs, byte[] Impacts, int Start, int Count)
{
    public static Matches None { get; } = new([], [], 0, 0);

    public ReadOnlySpan<int> DocSpan => Docs.AsSpan(Start, Count);

    public ReadOnlySpan<byte> ImpactSpan => Impacts.AsSpan(Start, Count);
}
