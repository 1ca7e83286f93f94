using Trellis.Core.Occupations.Coding;
using Trellis.Interop.Titles;

namespace Trellis.Benchmarks;

/// <summary>
/// Fits the weights of data/reference/title-coder.csv: those of the evidence by the likelihood of the right codes of the development
/// part of the titles held back, and the two numbers that make a probability a confidence by the likelihood of being right; for
/// known titles, on half of the direct match titles. Prints the table.
/// </summary>
public static class CoderFit
{
    private const int Rounds = 14;
    private const float FirstStep = 0.4f;

    public static int Run(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Path.Combine("..", "shared", "data");
        var texts = TitleRelease.Read(Path.Combine(folder, "onet", "db_30_2_text.zip"));
        var split = new TitleSplit(texts);
        var development = split.Part(CoderCheck.DevelopmentPart);
        var without = split.Without([.. development, .. split.Part(CoderCheck.TestPart)]);
        var coder = new TitleCoder(without, TitleNets.Train(without));
        var weights = CoderWeights.Shipped with { DutiesNet = 0, DutiesWords = 0, NewSlope = 1, NewOffset = 0, KnownSlope = 1, KnownOffset = 0 };

        var titles = Evidence(coder, development.Select(t => t with { Duties = null }));
        weights = Fit(weights, titles, [(w, x) => w with { Net = w.Net + x }, (w, x) => w with { Near = w.Near + x }, (w, x) => w with { Words = w.Words + x }]);
        var duties = Evidence(coder, development.Where(t => t.Duties is not null));
        weights = Fit(weights, duties, [(w, x) => w with { DutiesNet = w.DutiesNet + x }, (w, x) => w with { DutiesWords = w.DutiesWords + x }]);

        var known = new TitleCoder(texts, TitleNets.Train(texts));
        var (newSlope, newOffset) = Calibrate([.. titles.Where(t => !t.Evidence.IsKnown).Select(t => First(t, weights))]);
        var direct = Evidence(known, LabelledTitles.DirectMatch(folder).Where(t => !TitleSplit.IsTest(t.Title)));
        var (knownSlope, knownOffset) = Calibrate([.. direct.Where(t => t.Evidence.IsKnown).Select(t => First(t, weights))]);
        weights = weights with { NewSlope = newSlope, NewOffset = newOffset, KnownSlope = knownSlope, KnownOffset = knownOffset };
        Print(weights);
        return 0;
    }

    private static List<Labelled> Evidence(TitleCoder coder, IEnumerable<LabelledTitle> titles) =>
        [.. titles.Select(t => (Label: t, Evidence: coder.EvidenceOf(t.Question))).Where(t => t.Evidence is not null)
            .Select(t => new Labelled(t.Evidence!, [.. coder.Occupations.Select(o => o.Soc)], [.. coder.Occupations.Select(o => t.Label.Socs.Contains(o.Soc))]))];

    private static CoderWeights Fit(CoderWeights weights, List<Labelled> titles, Func<CoderWeights, float, CoderWeights>[] changes)
    {
        var (best, step) = (Loss(weights, titles), FirstStep);
        for (var round = 0; round < Rounds; round++)
        {
            var before = best;
            foreach (var change in changes)
            {
                foreach (var tried in new[] { change(weights, step), change(weights, -step) })
                {
                    if (Loss(tried, titles) is var loss && loss < best)
                        (weights, best) = (tried, loss);
                }
            }
            if (best == before)
                step /= 2;
        }
        Console.Error.WriteLine(FormattableString.Invariant($"{titles.Count} titles, mean loss {best:0.0000}, right {titles.Average(t => First(t, weights).IsRight ? 1.0 : 0):0.000}"));
        return weights;
    }

    /// <summary>The mean of the negative logarithms of the probability that all right codes have together.</summary>
    private static double Loss(CoderWeights weights, List<Labelled> titles) => titles.Average(title =>
    {
        var probabilities = new float[title.IsRight.Length];
        title.Evidence.Fill(weights, probabilities);
        return -Math.Log(probabilities.Where((_, o) => title.IsRight[o]).Sum() + 1e-9);
    });

    private static (double Probability, bool IsRight) First(Labelled title, CoderWeights weights)
    {
        var probabilities = new float[title.IsRight.Length];
        title.Evidence.Fill(weights, probabilities);
        var first = probabilities.Index().GroupBy(p => title.Socs[p.Index]).MaxBy(g => g.Sum(p => p.Item))!;
        return (first.Sum(p => p.Item), title.IsRight[first.First().Index]);
    }

    private static (float Slope, float Offset) Calibrate(List<(double Probability, bool IsRight)> titles)
    {
        double Loss(double slope, double offset) => titles.Average(t =>
        {
            var inside = Math.Clamp(t.Probability, 1e-6, 1 - 1e-6);
            var confidence = 1 / (1 + Math.Exp(-(slope * Math.Log(inside / (1 - inside)) + offset)));
            return -Math.Log(Math.Max(1e-9, t.IsRight ? confidence : 1 - confidence));
        });
        var (slope, offset, step) = (1.0, 0.0, 0.5);
        for (var round = 0; round < 40; round++)
        {
            var tried = new[] { (slope, offset), (slope + step, offset), (slope - step, offset), (slope, offset + step), (slope, offset - step) };
            var best = tried.MinBy(t => Loss(t.Item1, t.Item2));
            if (best == (slope, offset))
                step /= 2;
            (slope, offset) = best;
        }
        return ((float)slope, (float)offset);
    }

    private static void Print(CoderWeights w) => Console.Out.Write(FormattableString.Invariant(
        $"name,value\nnet,{w.Net:0.###}\nnear,{w.Near:0.###}\nwords,{w.Words:0.###}\nknown,{w.Known:0.###}\nduties-net,{w.DutiesNet:0.###}\nduties-words,{w.DutiesWords:0.###}\nindustry,{w.Industry:0.###}\nnew-slope,{w.NewSlope:0.###}\nnew-offset,{w.NewOffset:0.###}\nknown-slope,{w.KnownSlope:0.###}\nknown-offset,{w.KnownOffset:0.###}\nalone,{w.Alone:0.###}\n"));

    private sealed record Labelled(TitleEvidence Evidence, string[] Socs, bool[] IsRight);
}
