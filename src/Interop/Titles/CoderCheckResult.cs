using System.Globalization;
using System.Text;
using Trellis.Core.Occupations.Coding;

namespace Trellis.Interop.Titles;

/// <summary>What a measurement of the title coder found; serializes as it is, and prints as a table.</summary>
public sealed record CoderCheckResult
{
    /// <summary>How many titles the release has.</summary>
    public required int Titles { get; init; }

    /// <summary>Titles coded for each second of one processor.</summary>
    public required double PerSecond { get; init; }

    public required double Seconds { get; init; }

    public required IReadOnlyList<CoderMeasure> Measures { get; init; }

    /// <summary>What it costs to be surer, on the titles held back.</summary>
    public required IReadOnlyList<CoderCurve> Curve { get; init; }

    public required IReadOnlyList<CoderGroup> Groups { get; init; }

    public required IReadOnlyList<CoderError> Errors { get; init; }

    public CoderMeasure Measure(string set, string part) => Measures.First(m => m.Set == set && m.Part == part);

    /// <summary>The result as lines for a terminal.</summary>
    public string ToTable()
    {
        var text = new StringBuilder();
        Line(text, $"{Titles} titles of the release; {PerSecond:0} titles/s on one processor");
        Line(text, $"{"",-32}{"titles",7}{"top 1",7}{"top 3",7}{"top 5",7}{"top 10",7}{"major",7}{"O*NET",7}{"calib.",7}{"at 70%",7}{"alone",7}{"right",7} | BM25 1, 5, 10");
        foreach (var m in Measures)
        {
            Line(text, $"{m.Set + ", " + m.Part,-32}{m.Titles,7}{m.Top1,7:0.000}{m.Top3,7:0.000}{m.Top5,7:0.000}{m.Top10,7:0.000}{m.Major,7:0.000}{m.OnetTop1,7:0.000}{m.CalibrationError,7:0.000}{m.PrecisionAt70,7:0.000}{m.Alone,7:0.000}{m.AlonePrecision,7:0.000} | {m.BaselineTop1:0.000} {m.BaselineTop5:0.000} {m.BaselineTop10:0.000}");
        }
        foreach (var c in Curve)
            Line(text, $"answering {c.Coverage:0%} alone: right {c.Precision:0.000}, confidence from {c.Confidence:0.00}");
        foreach (var g in Groups)
            Line(text, $"group {g.Group}: {g.Titles} titles, top 1 {g.Top1:0.000}, major {g.Major:0.000}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>How often the first code is right among the surest part of the titles held back.</summary>
public sealed record CoderCurve(double Coverage, double Precision, double Confidence)
{
    internal static List<CoderCurve> Of(IEnumerable<CodedLabel> coded)
    {
        var sorted = coded.OrderByDescending(c => c.Confidence).ToList();
        return [.. Enumerable.Range(1, 10).Select(tenth =>
        {
            var sure = sorted.Take((int)Math.Ceiling(tenth / 10.0 * sorted.Count)).ToList();
            return new CoderCurve(tenth / 10.0, sure.Average(c => c.Rank == 1 ? 1.0 : 0), sure[^1].Confidence);
        })];
    }
}

/// <summary>How well titles of one major group are coded; a title of several groups counts in the first.</summary>
public sealed record CoderGroup(string Group, int Titles, double Top1, double Major)
{
    internal static List<CoderGroup> Of(IEnumerable<CodedLabel> coded) =>
        [.. coded.GroupBy(c => c.Label.Socs.Order(StringComparer.Ordinal).First()[..2]).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CoderGroup(g.Key, g.Count(), g.Average(c => c.Rank == 1 ? 1.0 : 0), g.Average(c => c.IsMajorRight ? 1.0 : 0)))];
}

/// <summary>A title whose first code was wrong.</summary>
public sealed record CoderError(string Title, IReadOnlyList<string> Right, IReadOnlyList<TitleCandidate> Named)
{
    internal static CoderError Of(CodedLabel coded) => new(coded.Label.Title, [.. coded.Label.Socs.Order(StringComparer.Ordinal)], [.. coded.Coded.Candidates.Take(3)]);
}
