using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>The terms in which a framework is told: as competencies, or as the levels and concepts of a scheme.</summary>
internal sealed record CtdlShape
{
    public static CtdlShape Competencies { get; } = new()
    {
        RootType = "ceasn:CompetencyFramework",
        Type = "ceasn:Competency",
        Member = "ceasn:isPartOf",
        Up = "ceasn:isChildOf",
        Down = "ceasn:hasChild",
        Top = "ceasn:hasTopChild",
        TopOf = "ceasn:isTopChildOf",
        Text = "ceasn:competencyText",
        Label = "ceasn:competencyLabel",
        Notation = "ceasn:codedNotation",
        Notes = "ceasn:comment",
    };

    public static CtdlShape Concepts { get; } = new()
    {
        RootType = "asn:ProgressionModel",
        Type = "asn:ProgressionLevel",
        Member = "skos:inScheme",
        Up = "skos:broader",
        Down = "skos:narrower",
        Top = "skos:hasTopConcept",
        TopOf = "skos:topConceptOf",
        Text = "skos:definition",
        Label = "skos:prefLabel",
        Notation = "skos:notation",
        Notes = "skos:note",
    };

    public required string RootType { get; init; }

    public required string Type { get; init; }

    /// <summary>To the framework, from each of its statements.</summary>
    public required string Member { get; init; }

    public required string Up { get; init; }

    public required string Down { get; init; }

    public required string Top { get; init; }

    public required string TopOf { get; init; }

    public required string Text { get; init; }

    public required string Label { get; init; }

    public required string Notation { get; init; }

    public required string Notes { get; init; }

    public bool IsCompetencies => this == Competencies;

    /// <summary>The shape in which a framework came; competencies where it did not come as CTDL.</summary>
    public static CtdlShape Of(FrameworkVersion version)
    {
        var types = CtdlKept.OfRoot(version).Types.Select(CtdlFields.Local).ToList();
        return types.Count == 0 || types.Contains(CtdlFields.Local(Competencies.RootType)) ? Competencies : Concepts;
    }
}
