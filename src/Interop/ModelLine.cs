using Trellis.Core.Competencies;

namespace Trellis.Interop;

/// <summary>A model in a list, as scripts and programs read it.</summary>
public record ModelLine(
    string Slug, string Title, string Publisher, string Version, string Status, int Statements, int Nodes, int Alignments,
    FrameworkKind Kind, IReadOnlyList<string> Industries, IReadOnlyList<string> Languages, string Id)
{
    public static ModelLine Of(Model model, string language = "en") => new(
        model.Slug, model.Version.Title.In(language), model.Framework.Publisher, model.Version.Number, model.Version.Status.ToString(),
        model.Version.Statements, model.Version.Nodes, model.Version.Alignments, model.Framework.Kind, model.Framework.Industries,
        model.Version.Languages, model.Framework.Id.ToString());
}
