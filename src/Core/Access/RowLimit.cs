namespace Trellis.Core.Access;

/// <summary>
/// Which rows a person sees under a permission: own ones, those of own teams or organizations, or all. A reader of an area puts
/// it into its query; a row outside the limit is answered like one that does not exist.
/// </summary>
public sealed record RowLimit
{
    private RowLimit() { }

    /// <summary>The limit of the person at the machine as long as no administrator exists: there is nobody else whose rows could be seen.</summary>
    public static RowLimit OfTheLocalSteward { get; } = new() { SeesAll = true };

    public bool SeesAll { get; private init; }

    /// <summary>Whose own rows are seen.</summary>
    public Guid Person { get; private init; }

    /// <summary>The teams whose rows are seen; none below that reach.</summary>
    public IReadOnlyList<Guid> Teams { get; private init; } = [];

    /// <summary>The organizations whose rows are seen; none below that reach.</summary>
    public IReadOnlyList<Guid> Organizations { get; private init; } = [];

    /// <summary>The limit of a permission; null where the person lacks it, and then sees no row at all.</summary>
    public static RowLimit? Of(Actor actor, Permission permission) => actor.ReachOf(permission) is not { } reach ? null : new()
    {
        SeesAll = reach == Reach.All,
        Person = actor.Id,
        Teams = reach >= Reach.Team ? [.. actor.Teams] : [],
        Organizations = reach >= Reach.Organization ? [.. actor.Organizations] : [],
    };

    /// <summary>Whether a row is seen that belongs to these; each may be missing.</summary>
    public bool Sees(Guid? person, Guid? team, Guid? organization) =>
        SeesAll || person == Person || (team is { } t && Teams.Contains(t)) || (organization is { } o && Organizations.Contains(o));
}
