namespace Trellis.Core.Competencies;

/// <summary>
/// A competency framework or model over all its versions: the thing that keeps its identity while its words change.
/// What readers see of it (title, statements) belongs to a <see cref="FrameworkVersion"/>.
/// </summary>
public sealed class Framework
{
    /// <summary>Row key in this database; never leaves it.</summary>
    public int Key { get; set; }

    /// <summary>The lasting identifier that other systems know: a UUID of version 1 to 5.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name in addresses, unique, given once.</summary>
    public string Slug { get; set; } = "";

    /// <summary>The address by which its publisher names it, where there is one.</summary>
    public string? Uri { get; set; }

    /// <summary>The Credential Transparency Identifier, where the source has one.</summary>
    public string? Ctid { get; set; }

    public FrameworkKind Kind { get; set; }

    public string Publisher { get; set; } = "";

    /// <summary>Industries it was made for: NAICS 2022 codes of two to six digits, or ranges such as "31-33".</summary>
    public IReadOnlyList<string> Industries { get; set; } = [];

    /// <summary>The published version that readers get when they name none; null while there is none.</summary>
    public int? CurrentVersionKey { get; set; }
}

/// <summary>What a framework is for.</summary>
public enum FrameworkKind
{
    /// <summary>Foundation competencies on which industry models stand (Building Blocks).</summary>
    Foundation,

    /// <summary>The competencies of an industry, in tiers.</summary>
    Industry,

    /// <summary>What learners of a school subject should know.</summary>
    AcademicStandards,

    /// <summary>What a credential or an examination covers.</summary>
    Credential,

    /// <summary>Tasks, skills and knowledge of work roles.</summary>
    WorkRoles,

    /// <summary>Any other collection of skills or competencies.</summary>
    Skills,
}
