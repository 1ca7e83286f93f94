namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Whether two stems are one word in two spellings or derivations: one begins the other and a known ending follows ("mainten",
/// "maintenanc"), or one letter differs in a long word. docs/formulas.md, "Statement likeness". Pure.
/// </summary>
public static class SimilarSpelling
{
    private const int ShortestDerived = 4;
    private const int ShortestMistyped = 7;
    private const double Derived = 0.9;
    private const double Mistyped = 0.7;

    private static readonly string[] Endings =
    [
        "e", "i", "y", "al", "an", "ant", "anc", "ance", "ar", "at", "ation", "ator", "er", "enc", "ent", "ic", "ing", "ion", "ist", "iti", "ity",
        "iv", "ive", "iz", "ize", "ly", "ment", "nc", "or", "ous", "sion", "th", "tion", "tor", "ur",
        "ado", "ador", "amient", "cion", "cio", "dor", "ente", "idad", "mente", "mient", "o",
    ];

    public static bool CanBeCompared(string stem) => stem.Length >= ShortestDerived && char.IsLetter(stem[0]) && !stem.Contains(' ', StringComparison.Ordinal);

    /// <summary>0 where the two are different words, otherwise how surely they are one.</summary>
    public static double Closeness(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (longer.StartsWith(shorter, StringComparison.Ordinal) && Array.IndexOf(Endings, longer[shorter.Length..]) >= 0)
            return Derived;
        return shorter.Length >= ShortestMistyped && DiffersByOne(shorter, longer) ? Mistyped : 0;
    }

    /// <summary>One letter more, another letter, or two neighbors swapped.</summary>
    private static bool DiffersByOne(string shorter, string longer)
    {
        if (longer.Length - shorter.Length > 1)
            return false;
        var start = shorter.AsSpan().CommonPrefixLength(longer);
        var s = shorter.AsSpan(start);
        var l = longer.AsSpan(start);
        if (s.Length < l.Length)
            return s.SequenceEqual(l[1..]);
        return s.Length > 0 && s[1..].SequenceEqual(l[1..])
            || s.Length > 1 && s[0] == l[1] && s[1] == l[0] && s[2..].SequenceEqual(l[2..]);
    }
}
