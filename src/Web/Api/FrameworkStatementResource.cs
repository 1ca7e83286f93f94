using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>A statement of a framework in one language, with its place, what it is tied to, and where else it is. Of links at most 100 each way.</summary>
public sealed record FrameworkStatementResource : StatementLine
{
    private FrameworkStatementResource(StatementLine line) : base(line) { }

    /// <summary>The framework's name in addresses, and the number of the version.</summary>
    public required string Framework { get; init; }
    public required string Version { get; init; }

    /// <summary>The language of the text.</summary>
    public required string Language { get; init; }
    public string? Notes { get; init; }
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>What its source calls this sort of node.</summary>
    public string? Type { get; init; }
    public string? Uri { get; init; }
    public string? DerivedFrom { get; init; }
    public required DateTimeOffset Changed { get; init; }

    /// <summary>How many nodes stand below it at any depth.</summary>
    public required int Below { get; init; }

    /// <summary>The nodes above it, from the top.</summary>
    public required IReadOnlyList<PathResource> Path { get; init; }
    public required IReadOnlyList<AlignmentResource> Alignments { get; init; }

    /// <summary>Links of other statements to this one.</summary>
    public required IReadOnlyList<AlignmentResource> AlignedFrom { get; init; }
    public required StatementPlaces Links { get; init; }

    public static FrameworkStatementResource Of(StatementProfile profile, StatementLinks links, string language, string address)
    {
        var (model, s) = (profile.Model, profile.Statement);
        return new(StatementLine.Of(s, language))
        {
            Framework = model.Slug,
            Version = model.Version.Number,
            Language = s.Text.LanguageFor(language),
            Notes = s.Notes?.In(language),
            Keywords = s.Keywords?.All.ToList(),
            Type = s.TypeLabel,
            Uri = s.Uri,
            DerivedFrom = s.DerivedFrom,
            Changed = s.ChangedAt.ToUniversalTime(),
            Below = s.Size,
            Path = [.. profile.Path.Select(p => new PathResource(p.Id.ToString(), p.Kind, p.Title.In(language)))],
            Alignments = [.. links.Out.Select(l => AlignmentResource.Of(l.Alignment))],
            AlignedFrom = [.. links.In.Select(l => AlignmentResource.Of(l.Alignment))],
            Links = StatementPlaces.Of(model, s, address),
        };
    }
}

/// <summary>A node above a statement.</summary>
public sealed record PathResource(string Id, StatementKind Kind, string Title);

/// <summary>Where a statement is: its page here, and the CASE item where the version is the current one.</summary>
public sealed record StatementPlaces(string Self, string Page, string Framework, string? Case)
{
    public static StatementPlaces Of(Model model, Statement s, string address)
    {
        var isCurrent = model.Version.Key == model.Framework.CurrentVersionKey;
        var number = isCurrent ? null : model.Version.Number;
        return new(
            address + Trellis.Web.Links.ApiFramework(model.Slug, $"statements/{s.Id}", number), address + Trellis.Web.Links.Statement(model, s.Id),
            address + Trellis.Web.Links.ApiFramework(model.Slug, null, number), isCurrent ? new CaseAddresses(address).Of("CFItems", CaseAddresses.Id(s.Id)) : null);
    }
}

/// <summary>A link between two nodes; type is one of CASE or "ext:" and a name.</summary>
public sealed record AlignmentResource(string Id, string Type, NodeResource Origin, NodeResource Destination)
{
    public int? Sequence { get; init; }
    public double? Weight { get; init; }
    public string? Author { get; init; }
    public string? Evidence { get; init; }
    public string? Notes { get; init; }
    public string? Uri { get; init; }
    public required DateTimeOffset Changed { get; init; }

    public static AlignmentResource Of(Alignment a) => new(a.Id.ToString(), a.Type, NodeResource.Of(a.Origin), NodeResource.Of(a.Destination))
    {
        Sequence = a.Sequence,
        Weight = a.Weight,
        Author = a.Author,
        Evidence = a.Evidence,
        Notes = a.Notes,
        Uri = a.Uri,
        Changed = a.ChangedAt.ToUniversalTime(),
    };
}

/// <summary>One end of a link: a statement by its id, or an O*NET element or occupation, a course, any address, as the source names it.</summary>
public sealed record NodeResource(string Id, string? Uri, string? Title, string? Scheme)
{
    public static NodeResource Of(NodeRef node) => new(node.Id, node.Uri, node.Title, node.Scheme);
}

/// <summary>A framework's tree or a part of it, each node in the one that it stands below.</summary>
public sealed record FrameworkTreeResource(string Slug, string Version, string Title, string Language, IReadOnlyList<TreeNodeResource> Tree);

/// <summary>A node of the tree; below counts the nodes that stand below it at any depth, also those that were not asked for.</summary>
public sealed record TreeNodeResource(string Id, StatementKind Kind, int? Tier, string? Notation, string? Label, string Text, int Below, IReadOnlyList<TreeNodeResource> Children);
