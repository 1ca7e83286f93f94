namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Two to four models side by side by the meaning of their statements, wherever they stand. Every statement of every model is in
/// exactly one of the <see cref="Clusters"/>. docs/formulas.md, "Model overlap".
/// </summary>
public sealed record ModelComparison(
    IReadOnlyList<ComparedModel> Models,
    IReadOnlyList<StatementCluster> Clusters,
    IReadOnlyList<PlaceOverlap> Overlap)
{
    public const int FewestModels = 2;
    public const int MostModels = 4;

    /// <summary>Whether all models are compared in one language; otherwise only links between them can match statements.</summary>
    public bool OneLanguage => Models.Select(m => m.Language).Distinct().Count() == 1;
}

/// <summary>Statements of different models that say the same, at most one of each model; or one statement that only its model has.</summary>
public sealed record StatementCluster
{
    public required ClusterState State { get; init; }

    /// <summary>Whether they stand in different tiers or blocks.</summary>
    public required bool Moved { get; init; }

    /// <summary>One entry for each model, null where it has no such statement.</summary>
    public required IReadOnlyList<ComparedStatement?> Members { get; init; }

    /// <summary>How each further member goes with the first one.</summary>
    public IReadOnlyList<ClusterLink> Links { get; init; } = [];

    /// <summary>The lowest likeness of a further member to the first; null where words were not compared.</summary>
    public double? Score => Links.Count == 0 ? null : Links.Min(l => l.Likeness?.Score);

    /// <summary>The index of the first model that has it.</summary>
    public int First => Members.TakeWhile(m => m is null).Count();
}

/// <summary>What became of a statement from model to model.</summary>
public enum ClusterState
{
    /// <summary>Equal but for case, accents and punctuation.</summary>
    Same,

    /// <summary>The same meaning in other words.</summary>
    Reworded,

    /// <summary>Matched by a link between models in different languages; their words were not compared.</summary>
    Linked,

    /// <summary>Only one of the models has it.</summary>
    OnlyHere,
}

/// <summary>Why the statement of <paramref name="Model"/> (an index) goes with the first of its cluster, and how alike their words are.</summary>
public sealed record ClusterLink(int Model, MatchReason Reason, Likeness? Likeness);

/// <summary>What two statements were matched by, the surest first.</summary>
public enum MatchReason
{
    /// <summary>They are one statement, in two versions of a framework.</summary>
    SameIdentifier,

    /// <summary>Their texts are equal.</summary>
    SameText,

    /// <summary>Somebody declared them an exact match.</summary>
    ExactMatch,

    /// <summary>One took its words from the other, or both took theirs from the same statement.</summary>
    Derived,

    /// <summary>Their words are alike.</summary>
    Words,
}

/// <summary>How much of one tier, or of what stands under one top heading, the models have in common.</summary>
public sealed record PlaceOverlap(int? Tier, string Title, IReadOnlyList<ModelShare> Models)
{
    public bool Holds(Place place) => Tier == place.Tier && (Tier is not null || NormalText.Of(Title) == NormalText.Of(place.Heading ?? ""));
}

/// <summary>The statements of one model in one place, counted by what the other models have of them. Moved ones are among the matched.</summary>
public sealed record ModelShare(int Same, int Reworded, int OnlyHere, int Moved)
{
    public int Total => Same + Reworded + OnlyHere;

    public ModelShare Plus(ModelShare other) => new(Same + other.Same, Reworded + other.Reworded, OnlyHere + other.OnlyHere, Moved + other.Moved);
}
