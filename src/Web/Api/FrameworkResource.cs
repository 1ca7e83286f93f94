using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>A competency framework or model in one version, its texts in one language. Statements counts competencies, nodes the headings too.</summary>
public sealed record FrameworkResource : ModelLine
{
    private FrameworkResource(ModelLine line) : base(line) { }

    /// <summary>The language of title, description and notice.</summary>
    public required string Language { get; init; }
    public string? Description { get; init; }

    /// <summary>What readers must be told wherever the model is shown.</summary>
    public string? Notice { get; init; }
    public string? Uri { get; init; }
    public string? Ctid { get; init; }
    public required bool HasTiers { get; init; }
    public string? AdoptionStatus { get; init; }
    public string? ChangeSummary { get; init; }
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was published here, or changed by its publisher, whichever is later.</summary>
    public required DateTimeOffset Updated { get; init; }
    public required FrameworkLinks Links { get; init; }

    public static FrameworkResource Of(Model model, string language, string address) => new(ModelLine.Of(model, language))
    {
        Language = model.Version.Title.LanguageFor(language),
        Description = model.Version.Description?.In(language),
        Notice = model.Version.Notice?.In(language),
        Uri = model.Framework.Uri,
        Ctid = model.Framework.Ctid,
        HasTiers = model.Version.HasTiers,
        AdoptionStatus = model.Version.AdoptionStatus,
        ChangeSummary = model.Version.ChangeSummary,
        Published = model.Version.PublishedAt?.ToUniversalTime(),
        Updated = model.Version.UpdatedAt().ToUniversalTime(),
        Links = FrameworkLinks.Of(model, address),
    };

    public static OutgoingTable Table(IEnumerable<Model> models, string language) => new(
        "Frameworks", ["slug", "title", "publisher", "version", "status", "statements", "nodes", "alignments", "kind", "industries", "languages", "id", "updated"],
        [.. models.Select(m => (IReadOnlyList<OutgoingCell>)
        [
            m.Slug, m.Version.Title.In(language), m.Framework.Publisher, m.Version.Number, m.Version.Status.ToString(), (double)m.Version.Statements, (double)m.Version.Nodes,
            (double)m.Version.Alignments, m.Framework.Kind.ToString(), string.Join(' ', m.Framework.Industries), string.Join(' ', m.Version.Languages), m.Framework.Id.ToString(),
            m.Version.UpdatedAt().UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ])]);
}

/// <summary>Where else the same version is: its page, its parts, and whole in other forms. CASE and CTDL serve current versions only.</summary>
public sealed record FrameworkLinks(string Self, string Page, string Versions, string Tree, string Statements, string Alignments, string Csv, string Json, string? Case, string? Ctdl)
{
    public static FrameworkLinks Of(Model model, string address)
    {
        var isCurrent = model.Version.Key == model.Framework.CurrentVersionKey;
        var number = isCurrent ? null : model.Version.Number;
        return new(
            Part(null), address + Trellis.Web.Links.Model(model), address + Trellis.Web.Links.ApiFramework(model.Slug, "versions"), Part("tree"), Part("statements"), Part("alignments"),
            address + Trellis.Web.Links.Download(model, "csv"), address + Trellis.Web.Links.Download(model, "json"),
            isCurrent ? new CaseAddresses(address).Of("CFPackages", CaseAddresses.Id(model.Framework.Id)) : null,
            isCurrent ? address + Trellis.Web.Links.Linked(model.Framework) : null);

        string Part(string? part) => address + Trellis.Web.Links.ApiFramework(model.Slug, part, number);
    }
}

/// <summary>A version of a framework in the list of its versions, the newest first.</summary>
public sealed record FrameworkVersionResource(string Version, string Status, string Title, int Statements, int Nodes, int Alignments)
{
    public required bool IsCurrent { get; init; }
    public DateTimeOffset? Published { get; init; }
    public required DateTimeOffset Updated { get; init; }
    public string? ChangeSummary { get; init; }
    public required FrameworkLinks Links { get; init; }

    public static FrameworkVersionResource Of(Model model, string language, string address)
    {
        var version = model.Version;
        return new(version.Number, version.Status.ToString(), version.Title.In(language), version.Statements, version.Nodes, version.Alignments)
        {
            IsCurrent = version.Key == model.Framework.CurrentVersionKey,
            Published = version.PublishedAt?.ToUniversalTime(),
            Updated = version.UpdatedAt().ToUniversalTime(),
            ChangeSummary = version.ChangeSummary,
            Links = FrameworkLinks.Of(model, address),
        };
    }
}
