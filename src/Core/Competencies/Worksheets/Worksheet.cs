using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Worksheets;

/// <summary>What a worksheet over a model is for.</summary>
public enum WorksheetKind
{
    /// <summary>Which course teaches which competency, and how deeply.</summary>
    Curriculum,

    /// <summary>Which credential asks for which competency, and at what level.</summary>
    Credential,

    /// <summary>What level of each competency employers need for a job.</summary>
    Employer,

    /// <summary>What a job needs, what a person has, and what closes the gap.</summary>
    Gap,
}

/// <summary>A competency to be rated from 0 to 4. <paramref name="Under"/> is the kind of the heading right above it, null where there is none.</summary>
public sealed record WorksheetRow(Guid Id, string? Notation, LanguageText Text, StatementKind? Under = null);

/// <summary>The competencies of one block, or of one upper heading where a framework has no blocks; of those under no heading where <paramref name="Title"/> is null.</summary>
public sealed record WorksheetBlock(string? Notation, LanguageText? Title, IReadOnlyList<WorksheetRow> Rows)
{
    /// <summary>The tier it stands in; null where the framework has none.</summary>
    public int? Tier { get; init; }
}

/// <summary>A version of a framework, or chosen parts of it, as rows to be rated.</summary>
public sealed record Worksheet(WorksheetKind Kind, Model Model, IReadOnlyList<WorksheetBlock> Blocks)
{
    /// <summary>What stands in it already; null for one that is to be filled by hand.</summary>
    public FilledLevels? Filled { get; init; }

    public int Count => Blocks.Sum(b => b.Rows.Count);

    /// <summary>The name of a kind in addresses and commands: "curriculum".</summary>
    public static string Name(WorksheetKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The kind that is so named, in small letters; null where there is none.</summary>
    public static WorksheetKind? Named(string? name) => name is not null && Enum.TryParse<WorksheetKind>(name, ignoreCase: true, out var kind) && Name(kind) == name ? kind : null;
}
