using System.Globalization;
using System.Text;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Direct;

/// <summary>The sorts of things that DIRECT has: three levels of its tree, and the levels of skill.</summary>
internal enum DirectSort
{
    Domain,
    Competency,
    Skill,
    SkillLevel,
}

/// <summary>A row of DIRECT as any of its files gives it.</summary>
internal sealed record DirectRow(DirectSort Sort, string Where, string Title)
{
    public string? Slug { get; init; }
    public string? Description { get; init; }
    public string? Parent { get; init; }
    public int? Rank { get; init; }
    public string? Related { get; init; }

    /// <summary>All other columns by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Others { get; init; } = [];
}

/// <summary>
/// Puts DIRECT's rows together. The same slug gives the same identifier in every file, so that links between its tables, loaded
/// one by one, meet.
/// </summary>
internal sealed class DirectBuilder
{
    private static readonly Guid Root = NameBasedId.Of(NameBasedId.UrlNamespace, "trellis:direct");
    private static readonly string[] TypeLabels = ["Competency domain", "Competency", "Skill", "Skill level"];

    private readonly ImportReport _report;
    private readonly Framework _framework;
    private readonly FrameworkVersion _version;
    private readonly Dictionary<Guid, DirectRow> _rows = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Alignment> _alignments = [];

    public DirectBuilder(ImportReport report, string name, string title)
    {
        _report = report;
        _framework = new() { Id = NameBasedId.Of(Root, name), Kind = FrameworkKind.Skills, Publisher = "DIRECT" };
        _version = new()
        {
            Title = LanguageText.Of("en", title),
            Language = "en",
            ChangedAt = DateTimeOffset.UnixEpoch,
            SourceFormat = "direct",
            SourceName = report.File,
        };
    }

    public void Add(DirectRow row)
    {
        _report.Items++;
        var id = Id(row.Sort, Slug(row));
        if (!_rows.TryAdd(id, row))
        {
            _report.Add(Problem.Rejected("duplicate-identifier", row.Where, "The identifier {0} stands already at {1}; this row was left out.", Slug(row), _rows[id].Where));
            return;
        }
        _statements.Add(new()
        {
            Id = id,
            Position = row.Rank ?? _statements.Count,
            Label = row.Description is null ? null : LanguageText.Of("en", row.Title),
            Text = LanguageText.Of("en", row.Description ?? row.Title),
            TypeLabel = TypeLabels[(int)row.Sort],
            Notation = row.Sort == DirectSort.SkillLevel ? row.Rank?.ToString(CultureInfo.InvariantCulture) : null,
            ChangedAt = _version.ChangedAt,
            Extensions = DirectExtensions.Of(row),
        });
    }

    public FrameworkContent Build()
    {
        if (_statements.Count == 0)
            throw new UnusableInputException([.. _report.Problems.Take(20), Problem.Rejected("no-statements", "", "No row of the file could be taken.")]);
        foreach (var statement in _statements)
            Connect(statement, _rows[statement.Id]);
        return new(_framework, _version, _statements, _alignments);
    }

    private void Connect(Statement statement, DirectRow row)
    {
        if (row.Parent is { } slug)
        {
            var parent = Id(row.Sort - 1, slug);
            if (_rows.ContainsKey(parent))
                statement.ParentId = parent;
            else
                Link(statement.Id, "isChildOf", parent, slug, row.Where);
        }
        foreach (var related in (row.Related ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Link(statement.Id, "isRelatedTo", Id(DirectSort.Skill, related), related, row.Where);
    }

    private void Link(Guid origin, string type, Guid target, string slug, string where)
    {
        _report.Associations++;
        var id = NameBasedId.Of(_framework.Id, $"{origin:D}|{type}|{target:D}");
        if (_alignments.Exists(a => a.Id == id))
        {
            _report.Add(Problem.Rejected("duplicate-link", where, "The link to {0} stands twice; the first one was taken.", slug));
            return;
        }
        _alignments.Add(new()
        {
            Id = id,
            Type = type,
            Origin = NodeRef.Statement(origin),
            Destination = NodeRef.Statement(target) with { Title = slug },
            ChangedAt = _version.ChangedAt,
        });
    }

    private static Guid Id(DirectSort sort, string slug) => NameBasedId.Of(Root, $"{sort}/{slug}");

    /// <summary>The slug of a row; where a file leaves slugs out, the one that the others give to the same title.</summary>
    public static string Slug(DirectRow row)
    {
        if (row.Slug is { } given)
            return given;
        var slug = new StringBuilder();
        foreach (var c in Stems.Fold(row.Title.Trim()))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (c == ' ' && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }
}
