using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Text;

namespace Trellis.Interop.Comparisons;

/// <summary>What the quality of comparison is measured on.</summary>
/// <param name="PairsFile">The labelled pairs: tests/Tests/Golden/compare-pairs.csv.</param>
/// <param name="Models">The shipped models.</param>
/// <param name="RealFolder">The folder of real releases that some pairs refer to; those pairs are left out where it is absent.</param>
public sealed record CompareCheckInput(string PairsFile, IReadOnlyList<FrameworkContent> Models, string? RealFolder);

/// <summary>
/// Measures how well the comparison of statements agrees with people: on labelled pairs by their words alone, and on shuffled and
/// reworded copies of shipped models as whole comparisons. docs/formulas.md, "Statement likeness".
/// </summary>
public static class CompareCheck
{
    public static async Task<CompareCheckResult> RunAsync(CompareCheckInput input, CancellationToken stop = default)
    {
        var pairs = LabelledPair.Read(await File.ReadAllTextAsync(input.PairsFile, Utf8.Strict, stop));
        var texts = new LabelledTexts(input.Models, input.RealFolder);
        var found = pairs.ConvertAll(p => new FoundPair(p, Text(texts, p.Left, p), Text(texts, p.Right, p)));
        var scored = found.Where(f => f.Left.Length > 0 && f.Right.Length > 0).GroupBy(Context).SelectMany(g => Score([.. g], texts)).OrderBy(s => s.Pair.Row).ToList();
        return new()
        {
            Threshold = StatementLikeness.Threshold,
            Pairs = pairs.Count,
            LeftOut = pairs.Count - scored.Count,
            Agreement = LabelAgreement.Of(pairs),
            TextsChanged = found.Count(f => Changed(f.Pair.Left, f.Left) || Changed(f.Pair.Right, f.Right)),
            Measures = [.. Measures(scored)],
            Curve = [.. scored.GroupBy(s => s.Pair.Split).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => ThresholdCurve.Of(g.Key, [.. g]))],
            Reach = [.. scored.GroupBy(s => s.Pair.Split).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => ThresholdCurve.Reach(g.Key, [.. g]))],
            Labels = [.. scored.GroupBy(s => (s.Pair.Split, s.Pair.Label)).OrderBy(g => g.Key).Select(g => new LabelMeasure(g.Key.Split, g.Key.Label, g.Count(), g.Count(s => s.IsMatched)))],
            Errors = [.. scored.Where(s => s.IsMatched != s.Pair.IsMatch)],
            Assignments = [.. input.Models.OrderBy(m => m.Framework.Slug != "building-blocks").ThenBy(m => m.Framework.Slug, StringComparer.Ordinal).Take(2).Select((m, seed) => ModelVariant.Measure(m, seed + 1))],
        };
    }

    private static string Text(LabelledTexts texts, LabelledStatement statement, LabelledPair pair) => texts.Find(statement, pair.Language) ?? statement.Text;

    private static bool Changed(LabelledStatement statement, string text) => statement is { IsReal: false, IsWritten: false } && text != statement.Text;

    /// <summary>Pairs of the same two models or files are weighed among the same statements, as a comparison of the two would.</summary>
    private static (string, string, string) Context(FoundPair found)
    {
        string[] places = [.. new[] { found.Pair.Left, found.Pair.Right }.Select(s => s.Reference.Split(s.IsReal ? '#' : '/')[0]).Order(StringComparer.Ordinal)];
        return (found.Pair.Language, places[0], places[1]);
    }

    private static List<ScoredPair> Score(List<FoundPair> group, LabelledTexts texts)
    {
        var first = group[0].Pair;
        var surroundings = texts.Surroundings(first.Left, first.Language).Concat(texts.Surroundings(first.Right, first.Language));
        var likeness = new StatementLikeness(first.Language, surroundings.Concat(group.SelectMany(f => new[] { f.Left, f.Right })));
        return group.ConvertAll(f => new ScoredPair(f.Pair, f.Left, f.Right, likeness.Of(
            f.Left, f.Right, texts.Surroundings(f.Pair.Left, first.Language), texts.Surroundings(f.Pair.Right, first.Language)).Score));
    }

    private static IEnumerable<PairMeasure> Measures(List<ScoredPair> scored)
    {
        foreach (var split in scored.GroupBy(s => s.Pair.Split).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return PairMeasure.Of(split.Key, "all", [.. split]);
            foreach (var source in split.GroupBy(s => s.Pair.Source).OrderBy(g => g.Key, StringComparer.Ordinal))
                yield return PairMeasure.Of(split.Key, source.Key, [.. source]);
        }
    }

    private sealed record FoundPair(LabelledPair Pair, string Left, string Right);
}
