using Trellis.Core.Occupations.Search;
using Trellis.Interop.Titles;

namespace Trellis.Benchmarks;

/// <summary>What somebody has typed of a title, and the occupation that was meant.</summary>
public sealed record TitleQuery(string Text, string Code, bool HasSlip);

/// <summary>
/// Beginnings of real titles in lower case, cut after 2 to 18 letters; one in six is cut after 6 letters or more and has one slip of
/// the hand behind its first letter: a letter left out, added or changed, or two neighbors swapped. Always the same for a seed.
/// </summary>
public static class TitleQueries
{
    private const int Least = 2;
    private const int LeastForSlip = 6;
    private const int Most = 18;
    private const int OneSlipIn = 6;

    public static List<TitleQuery> Of(OccupationTexts texts, int count, int seed)
    {
        var titles = texts.Titles.Select(t => (t.Code, Text: t.Text.Split('(')[0].Trim().ToLowerInvariant()))
            .Concat(texts.Occupations.Select(o => (o.Code, Text: o.Title.ToLowerInvariant()))).Where(t => t.Text.Length >= LeastForSlip).ToList();
        var random = new Random(seed);
        var queries = new List<TitleQuery>(count);
        while (queries.Count < count)
        {
            var (code, text) = titles[random.Next(titles.Count)];
            var hasSlip = random.Next(OneSlipIn) == 0;
            var length = random.Next(hasSlip ? LeastForSlip : Least, Math.Min(Most, text.Length) + 1);
            var typed = text[..length].TrimEnd();
            queries.Add(new(hasSlip ? MistypedTitles.Slipped(typed, random, random.Next(1, typed.Length - 1)) : typed, code, hasSlip));
        }
        return queries;
    }
}
