using Trellis.Core.Competencies.Comparison;

namespace Trellis.Interop.Comparisons;

/// <summary>Two to four models side by side, as the page's file, the API and the command line give them.</summary>
public sealed record ComparisonFile(IReadOnlyList<ComparedModelLine> Models, bool OneLanguage, double Threshold)
{
    public required IReadOnlyList<OverlapLine> Overlap { get; init; }
    public required IReadOnlyList<ClusterLine> Statements { get; init; }

    public static ComparisonFile Of(ModelComparison comparison) => new(
        [.. comparison.Models.Select(m => new ComparedModelLine(m.Slug, m.Number, m.Title, m.Language, m.Statements.Count))],
        comparison.OneLanguage, StatementLikeness.Threshold)
    {
        Overlap = [.. comparison.Overlap.Select(o => new OverlapLine(o.Tier, o.Title, [.. o.Models.Select(s => new ShareLine(s.Total, s.Same, s.Reworded, s.OnlyHere, s.Moved))]))],
        Statements = [.. comparison.Clusters.Select(c => ClusterLine.Of(comparison, c))],
    };

    internal static double? Round(double? value) => value is { } number ? Math.Round(number, 3) : null;
}

/// <summary>One of the compared models, the language it was compared in, and how many statements it has.</summary>
public sealed record ComparedModelLine(string Slug, string Version, string Title, string Language, int Statements);

/// <summary>How much of a tier, or of what stands under a top heading, the models share; one entry for each model.</summary>
public sealed record OverlapLine(int? Tier, string Title, IReadOnlyList<ShareLine> Models);

/// <summary>The statements of a model in one place, counted by what the other models have of them.</summary>
public sealed record ShareLine(int Total, int Same, int Reworded, int OnlyHere, int Moved);

/// <summary>Statements that say the same, at most one of each model; state is same, reworded, linked or only-here.</summary>
public sealed record ClusterLine(string State, bool Moved, double? Score, IReadOnlyList<MemberLine> Members, IReadOnlyList<LinkLine>? Links)
{
    internal static ClusterLine Of(ModelComparison comparison, StatementCluster cluster) => new(
        ComparisonNames.Of(cluster.State), cluster.Moved, ComparisonFile.Round(cluster.Score),
        [.. cluster.Members.Index().Where(x => x.Item is not null).Select(x => MemberLine.Of(comparison.Models[x.Index], x.Item!))],
        cluster.Links.Count == 0 ? null : [.. cluster.Links.Select(l => LinkLine.Of(comparison.Models[l.Model], l))]);
}

/// <summary>A statement of one of the compared models, and where it stands.</summary>
public sealed record MemberLine(string Model, string Version, Guid Id, string? Number, int? Tier, string? TierTitle, string? Heading, string Text)
{
    internal static MemberLine Of(ComparedModel model, ComparedStatement s) =>
        new(model.Slug, model.Number, s.Id, s.Notation, s.Place.Tier, s.Place.TierTitle, s.Place.Heading, s.Text);
}

/// <summary>Why a statement goes with the first one of its cluster: what matched them, the score, and the words that it rests on.</summary>
public sealed record LinkLine(string Model, string Version, string MatchedBy, double? Score, double? WordScore, double? Rival)
{
    public IReadOnlyList<MatchedLine>? Words { get; init; }
    public IReadOnlyList<WordLine>? OnlyLeft { get; init; }
    public IReadOnlyList<WordLine>? OnlyRight { get; init; }
    public IReadOnlyList<FactorLine>? Factors { get; init; }

    internal static LinkLine Of(ComparedModel model, ClusterLink link) => new(
        model.Slug, model.Number, ComparisonNames.Of(link.Reason),
        ComparisonFile.Round(link.Likeness?.Score), ComparisonFile.Round(link.Likeness?.Words), ComparisonFile.Round(link.Likeness?.Rival))
    {
        Words = link.Likeness?.Matched.Select(MatchedLine.Of).ToList(),
        OnlyLeft = link.Likeness?.OnlyLeft.Select(WordLine.Of).ToList(),
        OnlyRight = link.Likeness?.OnlyRight.Select(WordLine.Of).ToList(),
        Factors = link.Likeness?.Factors.Select(f => new FactorLine(ComparisonNames.Of(f.Reason), Math.Round(f.Factor, 3))).ToList(),
    };
}

/// <summary>A word of the one statement and the word of the other that it goes with, with their weights.</summary>
public sealed record MatchedLine(string Left, double LeftWeight, string Right, double RightWeight, double Closeness, string By)
{
    internal static MatchedLine Of(MatchedWords m) =>
        new(m.Left.Word, Math.Round(m.Left.Weight, 3), m.Right.Word, Math.Round(m.Right.Weight, 3), m.Closeness, ComparisonNames.Of(m.By));
}

/// <summary>A word that only one of two statements has, and how much it tells.</summary>
public sealed record WordLine(string Word, double Weight)
{
    internal static WordLine Of(WeighedWord word) => new(word.Word, Math.Round(word.Weight, 3));
}

/// <summary>Something that lowers a score.</summary>
public sealed record FactorLine(string Reason, double Factor);
