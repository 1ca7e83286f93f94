using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>A scale of proficiency as a progression model, each step as a level of it. Identifiers follow from the name of the scale, the same on every server.</summary>
public static class CtdlScale
{
    private const string Types = """{"framework":{"@type":["asn:ProgressionModel","skos:ConceptScheme"]}}""";
    private const string LevelTypes = """{"@type":["asn:ProgressionLevel","skos:Concept"]}""";

    public static Guid Id(string slug) => NameBasedId.Of(NameBasedId.UrlNamespace, "urn:x-trellis:scale:" + slug);

    public static Guid Id(ScaleLevel level) => NameBasedId.Of(Id(level.ScaleSlug), level.Level.ToString(CultureInfo.InvariantCulture));

    public static OutgoingModel Of(Scale scale)
    {
        var levels = scale.Levels.OrderBy(l => l.Level).ToList();
        var framework = new Framework { Id = Id(scale.Slug), Slug = scale.Slug, Kind = FrameworkKind.Skills };
        var version = new FrameworkVersion { Title = scale.Title, Language = "en", Status = VersionStatus.Published, ChangedAt = DateTimeOffset.UnixEpoch, SourceFormat = CtdlFramework.Name, Extensions = Types };
        List<Statement> statements = [.. levels.Select((l, i) => Level(l, i))];
        StatementTree.Arrange(statements);
        var steps = levels.Zip(levels.Skip(1)).Select(pair => Step(framework.Id, Id(pair.First), Id(pair.Second)));
        var content = new FrameworkContent(framework, version, statements, [.. steps]);
        version.ContentHash = ContentHash.Of(content);
        return OutgoingModel.Of(content);
    }

    private static Statement Level(ScaleLevel level, int position) => new()
    {
        Id = Id(level),
        Position = position,
        Label = level.Title,
        Text = level.Anchor,
        Notation = level.Level.ToString(CultureInfo.InvariantCulture),
        ChangedAt = DateTimeOffset.UnixEpoch,
        Extensions = LevelTypes,
    };

    /// <summary>A level comes before the next.</summary>
    private static Alignment Step(Guid framework, Guid from, Guid to) => new()
    {
        Id = NameBasedId.Of(framework, $"{from} precedes {to}"),
        Type = "precedes",
        Origin = NodeRef.Statement(from),
        Destination = NodeRef.Statement(to),
        ChangedAt = DateTimeOffset.UnixEpoch,
    };
}
