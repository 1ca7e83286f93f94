using Trellis.Core.Competencies;

namespace Trellis.Interop;

/// <summary>A node of a model's tree in one language, as scripts and programs read it.</summary>
public record StatementLine(string Id, string? Parent, StatementKind Kind, int? Tier, int Depth, string? Notation, string? Label, string Text)
{
    public static StatementLine Of(Statement s, string language) => new(
        s.Id.ToString(), s.ParentId?.ToString(), s.Kind, s.Tier, s.Depth, s.Notation, s.Label?.In(language), s.Text.In(language));

    public static StatementLine Of(OutlineNode s, string language) => new(
        s.Id.ToString(), s.ParentId?.ToString(), s.Kind, s.Tier, s.Depth, s.Notation, s.Label?.In(language), s.Text.In(language));
}
