using Trellis.Core.Occupations.Coding;

namespace Trellis.Interop.Titles;

/// <summary>How well a set of titles was coded; shares from 0 to 1.</summary>
public sealed record CoderMeasure
{
    private const int Bins = 10;
    private const double AnsweredAlone = 0.7;

    public required string Set { get; init; }

    /// <summary>Which titles of the set.</summary>
    public required string Part { get; init; }

    public required int Titles { get; init; }
    public required double Top1 { get; init; }
    public required double Top3 { get; init; }
    public required double Top5 { get; init; }
    public required double Top10 { get; init; }

    /// <summary>How often the major group of the first code was right.</summary>
    public required double Major { get; init; }

    /// <summary>How often the first O*NET-SOC code was right; null where only SOC codes are known.</summary>
    public required double? OnetTop1 { get; init; }

    /// <summary>How far confidence and truth lie apart: the mean over ten bins of confidence, weighed by their titles.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>How often the first code is right among the 70 % of titles with the highest confidence.</summary>
    public required double PrecisionAt70 { get; init; }

    /// <summary>How many titles the coder answers alone, and how often it is right then.</summary>
    public required double Alone { get; init; }
    public required double AlonePrecision { get; init; }

    /// <summary>What BM25 over titles reaches.</summary>
    public required double BaselineTop1 { get; init; }
    public required double BaselineTop5 { get; init; }
    public required double BaselineTop10 { get; init; }

    internal static CoderMeasure Of(string set, string part, IReadOnlyList<CodedLabel> coded)
    {
        var ranks = coded.Select(c => c.Rank).ToList();
        var sure = coded.OrderByDescending(c => c.Confidence).Take((int)Math.Ceiling(AnsweredAlone * coded.Count)).ToList();
        var alone = coded.Where(c => !c.Coded.SeveralFit).ToList();
        var baseline = coded.Select(c => c.BaselineRank).ToList();
        return new()
        {
            Set = set,
            Part = part,
            Titles = coded.Count,
            Top1 = Within(ranks, 1),
            Top3 = Within(ranks, 3),
            Top5 = Within(ranks, 5),
            Top10 = Within(ranks, 10),
            Major = Share(coded, c => c.IsMajorRight),
            OnetTop1 = coded.All(c => c.Label.OnetSocs.Count == 0) ? null : Share(coded, c => c.IsOnetRight),
            CalibrationError = coded.GroupBy(c => Math.Min(Bins - 1, (int)(c.Confidence * Bins)))
                .Sum(bin => Math.Abs(bin.Sum(c => c.Confidence - (c.Rank == 1 ? 1 : 0)))) / Math.Max(1, coded.Count),
            PrecisionAt70 = Share(sure, c => c.Rank == 1),
            Alone = (double)alone.Count / Math.Max(1, coded.Count),
            AlonePrecision = Share(alone, c => c.Rank == 1),
            BaselineTop1 = Within(baseline, 1),
            BaselineTop5 = Within(baseline, 5),
            BaselineTop10 = Within(baseline, 10),
        };
    }

    private static double Within(List<int> ranks, int top) => Share(ranks, r => r <= top);

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> right) => all.Count == 0 ? 0 : (double)all.Count(right) / all.Count;
}

/// <summary>A labelled title with what the coder, and the baseline, made of it.</summary>
internal sealed record CodedLabel(LabelledTitle Label, CodedTitle Coded, IReadOnlyList<string> Baseline)
{
    private const int NotFound = int.MaxValue;

    public int Rank { get; } = RankOf(Coded.Candidates.Select(c => c.Soc), Label);

    public int BaselineRank { get; } = RankOf(Baseline, Label);

    public double Confidence => Coded.Candidates.Count > 0 ? Coded.Candidates[0].Confidence : 0;

    public bool IsMajorRight => Coded.Candidates.Count > 0 && Label.Socs.Any(s => s[..2] == Coded.Candidates[0].Soc[..2]);

    public bool IsOnetRight => Coded.Candidates.Count > 0 && Label.OnetSocs.Contains(Coded.Candidates[0].OnetSoc);

    private static int RankOf(IEnumerable<string> socs, LabelledTitle label) =>
        socs.Index().Where(s => label.Socs.Contains(s.Item)).Select(s => s.Index + 1).DefaultIfEmpty(NotFound).First();
}
