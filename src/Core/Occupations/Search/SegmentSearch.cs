namespace Trellis.Core.Occupations.Search;

/// <summary>
/// Looks for texts of one segment that have every word of a query, and adds their scores to their occupations. The rarest word
/// leads to the texts; the others are looked for in these. docs/formulas.md, "Occupation search".
/// </summary>
internal static class SegmentSearch
{
    private const float WholeText = 200;
    private const float Start = 10;
    private const float Beginning = Start * TypedWord.Beginning;
    private const float InOrder = 3;
    private const float AnyOrder = 1.5f;
    private const float PerOtherWord = 0.1f;

    /// <summary>Counts the texts that have all the words, as far as they were not counted before.</summary>
    public static void Count(TextSegment segment, OccupationTally tally, ReadOnlySpan<TypedWord> words, float weight)
    {
        var rarest = words[0];
        foreach (var word in words)
        {
            if (word.Places < rarest.Places)
                rarest = word;
        }
        if (rarest.Places == 0)
            return;
        foreach (var range in rarest.Ranges)
        {
            foreach (var text in segment.TextsWith(range))
            {
                var inText = segment.WordsOf(text);
                if (!HasAll(inText, words, rarest) || tally.IsCounted(text))
                    continue;
                var score = ScoreOf(inText, words);
                tally.Add(segment, text, score * weight * segment.Weights[text]);
                tally.HasBeginning |= score >= Beginning;
            }
        }
    }

    /// <summary>Most texts with the rarest word lack another one, and are refused here.</summary>
    private static bool HasAll(ReadOnlySpan<int> text, ReadOnlySpan<TypedWord> words, TypedWord known)
    {
        foreach (var word in words)
        {
            if (word == known)
                continue;
            var (fits, has) = (word.Fits, false);
            foreach (var inText in text)
                has |= fits[inText] > 0;
            if (!has)
                return false;
        }
        return true;
    }

    private static float ScoreOf(ReadOnlySpan<int> text, ReadOnlySpan<TypedWord> words)
    {
        var (fit, isWhole, isStart, isInOrder, before) = (1f, text.Length == words.Length, true, true, -1);
        for (var i = 0; i < words.Length; i++)
        {
            var (fits, place, best) = (words[i].Fits, 0, 0f);
            for (var j = 0; j < text.Length; j++)
            {
                // Among equal words the one at the same place, so that "data data entry" is read in order.
                var here = fits[text[j]];
                if (here > best || (here == best && j == i))
                    (place, best) = (j, here);
            }
            fit *= best;
            isWhole &= best == 1;
            isStart &= place == i;
            isInOrder &= place > before;
            before = place;
        }
        if (isStart && isWhole)
            return WholeText;
        return fit * (isStart ? Start : (isInOrder ? InOrder : AnyOrder) / (1 + PerOtherWord * (text.Length - words.Length)));
    }
}
