using System.Globalization;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Tables;

/// <summary>A column of a table of statements: its name and what a statement has in it.</summary>
internal sealed record StatementCell(string Name, Func<Statement, string?> Value);

/// <summary>The columns that say what a statement is; links stand elsewhere.</summary>
internal sealed class StatementCells(FrameworkVersion version, CsvShape shape)
{
    public StatementCell Identifier { get; } = new("identifier", s => s.Id.ToString("D"));

    public StatementCell Parent { get; } = new("parent", s => s.ParentId?.ToString("D"));

    public StatementCell Level { get; } = new("level", s => (s.Depth + 1).ToString(CultureInfo.InvariantCulture));

    public StatementCell Kind { get; } = new("kind", s => s.Kind.ToString());

    public StatementCell Notation { get; } = new("notation", s => s.Notation);

    public StatementCell Label { get; } = new("label", s => In(s.Label, version.Language));

    public StatementCell Text { get; } = new("text", s => In(s.Text, version.Language));

    public StatementCell Notes { get; } = new("notes", s => In(s.Notes, version.Language));

    public StatementCell Keywords { get; } = new("keywords", s => In(s.Keywords, version.Language));

    public StatementCell Type { get; } = new("type", s => s.TypeLabel);

    public StatementCell DerivedFrom { get; } = new("derivedFrom", s => s.DerivedFrom);

    public StatementCell Uri { get; } = new("uri", s => s.Uri);

    /// <summary>Texts in further languages, where there are any.</summary>
    public IEnumerable<StatementCell> Languages => shape.Languages.Select(l => new StatementCell($"{l.Field}@{l.Tag}", Field(l.Field, l.Tag)));

    public IEnumerable<StatementCell> Tier => shape.HasTier ? [new("tier", s => s.Tier?.ToString(CultureInfo.InvariantCulture))] : [];

    /// <summary>Only what differs from the date of the version.</summary>
    public IEnumerable<StatementCell> Changed =>
        shape.HasChanged ? [new("changed", s => s.ChangedAt == version.ChangedAt ? null : HeadLines.Instant(s.ChangedAt))] : [];

    public IEnumerable<StatementCell> Extensions => shape.HasExtensions ? [new("extensions", s => s.Extensions)] : [];

    private static Func<Statement, string?> Field(string field, string tag) => field switch
    {
        "label" => s => In(s.Label, tag),
        "text" => s => In(s.Text, tag),
        "notes" => s => In(s.Notes, tag),
        _ => s => In(s.Keywords, tag),
    };

    private static string? In(LanguageText? text, string tag) => text?.Values.GetValueOrDefault(tag);

    private static string? In(LanguageTerms? terms, string tag) =>
        terms?.Values.TryGetValue(tag, out var words) == true ? CsvCell.Join(words) : null;
}
