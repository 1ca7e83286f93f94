using System.Diagnostics;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;

namespace Trellis.Interop.Titles;

/// <summary>
/// Measures the title coder on titles that it has not seen: titles held back from an O*NET release, and titles that others have
/// coded. docs/formulas.md, "Title coding".
/// </summary>
public static class CoderCheck
{
    /// <summary>The part of the split that nothing was fitted on.</summary>
    public const int TestPart = 0;

    /// <summary>The part that weights and confidence were fitted on.</summary>
    public const int DevelopmentPart = 1;

    private const int Top = 10;

    /// <summary>Runs all measurements.</summary>
    /// <param name="folder">The folder of real releases.</param>
    /// <param name="say">Told what is going on: it takes a while.</param>
    public static CoderCheckResult Run(string folder, Action<string> say, CancellationToken stop = default)
    {
        var texts = TitleRelease.Read(Path.Combine(folder, "onet", "db_30_2_text.zip"));
        var split = new TitleSplit(texts);
        var test = split.Part(TestPart);
        say("Learning from the release without the titles held back ...");
        var held = new Coders(split.Without(test), stop);
        say("Learning from the whole release ...");
        var whole = new Coders(texts, stop);
        say("Coding ...");
        var forms = texts.Titles.Select(t => t.Text).Concat(texts.Occupations.Select(o => o.Title)).SelectMany(TitleText.Forms).ToHashSet(StringComparer.Ordinal);
        bool IsNew(LabelledTitle title) => !forms.Contains(TitleText.Normal(title.Title));
        var (direct, orders) = (LabelledTitles.DirectMatch(folder).FindAll(t => TitleSplit.IsTest(t.Title)), LabelledTitles.JobOrders(folder));
        var titleOnly = orders.ConvertAll(o => o with { Naics = null });
        var tested = test.ConvertAll(t => t with { Duties = null });
        var start = Stopwatch.GetTimestamp();
        var (coded, processor) = (held.Code(tested), Environment.CpuUsage.TotalTime);
        foreach (var title in tested)
            held.Coder.Code(title.Question);
        return new()
        {
            Titles = texts.Titles.Count,
            PerSecond = tested.Count / (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            Measures =
            [
                CoderMeasure.Of("held back", "title only", coded),
                CoderMeasure.Of("held back", "one slip", held.Code(MistypedTitles.Of(tested))),
                CoderMeasure.Of("held back", "with two tasks", held.Code(test.FindAll(t => t.Duties is not null))),
                CoderMeasure.Of("direct match", "not in the index", whole.Code(direct.FindAll(IsNew))),
                CoderMeasure.Of("direct match", "all", whole.Code(direct)),
                CoderMeasure.Of("job orders", "not in the index", whole.Code(titleOnly.FindAll(IsNew))),
                CoderMeasure.Of("job orders", "all", whole.Code(titleOnly)),
                CoderMeasure.Of("job orders", "all, with industry", whole.Code(orders)),
            ],
            Curve = CoderCurve.Of(coded),
            Groups = CoderGroup.Of(coded),
            Errors = [.. coded.Where(c => c.Rank > 1).Take(200).Select(CoderError.Of)],
        };
    }

    /// <summary>How well a coder codes titles, beside the baseline.</summary>
    public static CoderMeasure Measure(string set, IEnumerable<LabelledTitle> titles, TitleCoder coder, Bm25Titles baseline) =>
        CoderMeasure.Of(set, "title only", Coded(titles, coder, baseline));

    private static List<CodedLabel> Coded(IEnumerable<LabelledTitle> titles, TitleCoder coder, Bm25Titles baseline) =>
        [.. titles.Select(t => new CodedLabel(t, coder.Code(t.Question, Top), baseline.Code(t.Title)))];

    private sealed class Coders(OccupationTexts texts, CancellationToken stop)
    {
        private readonly Bm25Titles _baseline = new(texts);

        public TitleCoder Coder { get; } = new(texts, TitleNets.Train(texts, stop: stop));

        public List<CodedLabel> Code(IEnumerable<LabelledTitle> titles) => Coded(titles, Coder, _baseline);
    }
}
