using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Updates;

/// <summary>
/// What a file says of its own rows: the place of each statement ("Items!D4"), the statements that it gives no identifier, the
/// fields that it has columns for (see <see cref="StatementValues"/>), the types of links that it lists (null for all), and
/// whether it names its framework. What it has no column for, it does not speak of.
/// </summary>
public sealed record UpdateRows(
    IReadOnlyDictionary<Guid, string> Places,
    IReadOnlySet<Guid> Unnamed,
    IReadOnlySet<string> Fields,
    IReadOnlySet<string>? LinkTypes,
    bool NamesFramework)
{
    /// <summary>The field that stands for a fact about the framework itself, in whatever language: "model.title" for "title@es".</summary>
    public static string Fact(string key) => "model." + key.Split('@')[0];
}

/// <summary>
/// A file that was edited outside, beside the framework as it stands and as it stood when the file was made; these two are the same
/// where nobody changed it since. <paramref name="Elsewhere"/> names the frameworks of identifiers that belong to others.
/// </summary>
public sealed record UpdateSource(
    FrameworkContent Now,
    FrameworkContent Origin,
    FrameworkContent File,
    UpdateRows Rows,
    IReadOnlyDictionary<Guid, string> Elsewhere,
    bool RemovesMissing)
{
    /// <summary>Whether the framework changed since the file was made.</summary>
    public bool IsStale => Origin.Version.Key != Now.Version.Key;
}

/// <summary>What an update does to one thing.</summary>
public enum UpdateKind
{
    /// <summary>A title or another fact about the framework itself.</summary>
    ModelChanged,
    Reworded,
    Renumbered,
    Moved,
    Changed,
    Added,

    /// <summary>Not in the file, and taken away because the person said so.</summary>
    Removed,

    /// <summary>Not in the file, and kept.</summary>
    Missing,
    LinkAdded,
    LinkChanged,
    LinkRemoved,
    LinkMissing,

    /// <summary>Changed in the file and since then here too, in other ways; what is here stays.</summary>
    Conflict,
}

/// <summary>
/// One change that an update makes: of what, in which field ("text@en"), from what to what. A conflict tells what is here and what
/// the file says.
/// </summary>
public sealed record UpdateStep(UpdateKind Kind, string Name, string Field, string? Before, string? After)
{
    public Guid? Statement { get; init; }

    /// <summary>The row of the file, where the change comes from one.</summary>
    public string? Where { get; init; }
}

/// <summary>All that an update would do, and the content that it would leave. Pure: nothing is written.</summary>
public sealed record UpdatePlan(UpdateSource Source, IReadOnlyList<UpdateStep> Steps, IReadOnlyList<Problem> Problems, FrameworkContent Content)
{
    /// <summary>Whether there is anything to write.</summary>
    public bool HasChanges => Steps.Any(s => s.Kind is not (UpdateKind.Missing or UpdateKind.LinkMissing or UpdateKind.Conflict));

    public int Count(UpdateKind kind) => Steps.Count(s => s.Kind == kind);
}
