using System.Globalization;
using System.Text;
using Trellis.Core.Competencies.Comparison;

namespace Trellis.Interop.Comparisons;

/// <summary>What a measurement of the comparison found; serializes as it is, and prints as a table.</summary>
public sealed record CompareCheckResult
{
    public required double Threshold { get; init; }

    public required int Pairs { get; init; }

    /// <summary>Pairs whose file or model is not there.</summary>
    public required int LeftOut { get; init; }

    /// <summary>How far the two who labelled pairs agreed; null where only one did.</summary>
    public required LabelAgreement? Agreement { get; init; }

    /// <summary>Pairs of which a text is no longer what it was when it was labelled.</summary>
    public required int TextsChanged { get; init; }

    public required IReadOnlyList<PairMeasure> Measures { get; init; }

    /// <summary>What other thresholds would give.</summary>
    public required IReadOnlyList<CurvePoint> Curve { get; init; }

    /// <summary>For each split, the most that can be found while 95 of 100 matches are right; the goal is 0.90.</summary>
    public required IReadOnlyList<RecallAtPrecision> Reach { get; init; }

    public required IReadOnlyList<LabelMeasure> Labels { get; init; }

    public required IReadOnlyList<ScoredPair> Errors { get; init; }

    public required IReadOnlyList<AssignmentMeasure> Assignments { get; init; }

    public PairMeasure Measure(string split) => Measures.First(m => m.Split == split && m.Source == "all");

    /// <summary>The result as lines for a terminal.</summary>
    public string ToTable()
    {
        var text = new StringBuilder();
        Line(text, $"{Pairs} labelled pairs, {LeftOut} left out, {TextsChanged} with a changed text; threshold {Threshold:0.00}; words only");
        if (Agreement is { } agreement)
            Line(text, $"two labelled {agreement.Pairs} of them and agreed on match or no match for {agreement.Agreed:0.000}, kappa {agreement.Kappa:0.000}");
        Line(text, $"{"split",-12}{"source",-10}{"pairs",6}{"precision",11}{"recall",8}{"F1",7}");
        foreach (var m in Measures)
            Line(text, $"{m.Split,-12}{m.Source,-10}{m.Pairs,6}{m.Precision,11:0.000}{m.Recall,8:0.000}{m.F1,7:0.000}");
        foreach (var c in Curve)
            Line(text, $"{c.Split,-12}threshold {c.Threshold:0.00}{c.Precision,11:0.000}{c.Recall,8:0.000}");
        foreach (var r in Reach)
            Line(text, $"{r.Split,-12}recall {r.Recall:0.000} at precision {r.Precision:0.00} or more");
        foreach (var l in Labels)
            Line(text, $"{l.Split,-12}{l.Label,-10}{l.Pairs,6} of these matched {l.Matched}");
        foreach (var a in Assignments)
            Line(text, $"{a.Model}: {a.Statements} statements, variant of {a.Kept} with {a.Reworded} reworded: precision {a.Precision:0.000}, recall {a.Recall:0.000}");
        foreach (var e in Errors)
            Line(text, $"{(e.IsMatched ? "wrongly matched" : "missed")} {e.Score:0.00} row {e.Pair.Row} ({e.Pair.Split}, {e.Pair.Label}): {e.Left} | {e.Right}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>A labelled pair with the texts found and the score they got.</summary>
public sealed record ScoredPair(LabelledPair Pair, string Left, string Right, double Score)
{
    public bool IsMatched => Score >= StatementLikeness.Threshold;
}

/// <summary>How often a match was right, and how many of the pairs that say the same were matched.</summary>
public sealed record PairMeasure(string Split, string Source, int Pairs, double Precision, double Recall, double F1)
{
    public static PairMeasure Of(string split, string source, IReadOnlyList<ScoredPair> pairs)
    {
        var right = pairs.Count(p => p.IsMatched && p.Pair.IsMatch);
        var precision = Share(right, pairs.Count(p => p.IsMatched));
        var recall = Share(right, pairs.Count(p => p.Pair.IsMatch));
        return new(split, source, pairs.Count, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    /// <summary>Nothing to find is found completely.</summary>
    internal static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}

/// <summary>How many pairs of one label were matched.</summary>
public sealed record LabelMeasure(string Split, PairLabel Label, int Pairs, int Matched);

/// <summary>How well a whole comparison finds the statements of a model again in a changed copy of it.</summary>
public sealed record AssignmentMeasure(string Model, int Statements, int Kept, int Reworded, double Precision, double Recall);
