namespace Trellis.Core.Competencies.Search;

/// <summary>Finds the nodes of one segment that match one clause.</summary>
internal static class ClauseLookup
{
    public static Matches In(StatementSegment segment, PlannedClause clause) =>
        clause.IsPhrase ? Phrase(segment, clause) : Word(segment, clause.Words[0]);

    /// <summary>Nodes with any of the terms, each with its greatest impact.</summary>
    private static Matches Word(StatementSegment segment, IReadOnlyList<string> terms)
    {
        var found = Matches.None;
        foreach (var term in terms)
        {
            var number = segment.Find(term);
            if (number >= 0)
                found = found.Count == 0 ? segment.Postings(number) : Union(found, segment.Postings(number));
        }
        return found;
    }

    private static Matches Union(Matches a, Matches b)
    {
        var (docs, impacts, count) = (new int[a.Count + b.Count], new byte[a.Count + b.Count], 0);
        ReadOnlySpan<int> aDocs = a.DocSpan, bDocs = b.DocSpan;
        ReadOnlySpan<byte> aImpacts = a.ImpactSpan, bImpacts = b.ImpactSpan;
        for (int i = 0, j = 0; i < aDocs.Length || j < bDocs.Length; count++)
        {
            var aDoc = i < aDocs.Length ? aDocs[i] : int.MaxValue;
            var bDoc = j < bDocs.Length ? bDocs[j] : int.MaxValue;
            docs[count] = Math.Min(aDoc, bDoc);
            var impact = aDoc <= bDoc ? aImpacts[i++] : (byte)0;
            impacts[count] = bDoc <= aDoc ? Math.Max(impact, bImpacts[j++]) : impact;
        }
        return new(docs, impacts, 0, count);
    }

    /// <summary>Nodes of the rarest word in which the words stand side by side, within one text.</summary>
    private static Matches Phrase(StatementSegment segment, PlannedClause clause)
    {
        var words = clause.Words.Select(terms => terms.Select(segment.Find).Where(t => t >= 0).ToArray()).ToArray();
        if (Array.Exists(words, w => w.Length == 0))
            return Matches.None;
        var candidates = clause.Words.Select(terms => Word(segment, terms)).MinBy(m => m.Count);
        var (docs, impacts, count) = (new int[candidates.Count], new byte[candidates.Count], 0);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!Stands(words, segment.Tokens(candidates.DocSpan[i])))
                continue;
            docs[count] = candidates.DocSpan[i];
            impacts[count++] = candidates.ImpactSpan[i];
        }
        return new(docs, impacts, 0, count);
    }

    private static bool Stands(int[][] words, ReadOnlySpan<int> tokens)
    {
        for (var start = 0; start + words.Length <= tokens.Length; start++)
        {
            var matched = 0;
            while (matched < words.Length && words[matched].Contains(tokens[start + matched]))
                matched++;
            if (matched == words.Length)
                return true;
        }
        return false;
    }
}
