namespace Trellis.Interop.Case;

/// <summary>What a field of CASE may hold.</summary>
public enum CaseValue
{
    Text,
    Uri,
    Uuid,
    Instant,
    Day,
    Whole,
    Number,

    /// <summary>The number of the edition: "1.1".</summary>
    Edition,

    AssociationType,

    /// <summary>"CASE", or "ext:" and a name.</summary>
    TargetType,

    /// <summary>A class of <see cref="CaseClasses"/>.</summary>
    Nested,
}

/// <summary>A field of a class of CASE. A field that is new came with 1.1 and does not go out in 1.0.</summary>
public sealed record CaseField(string Name, CaseValue Value)
{
    public CaseClass? Class { get; init; }

    public bool IsList { get; init; }

    /// <summary>The fewest members that the standard allows in a list.</summary>
    public int Fewest { get; init; }

    public bool IsRequired { get; init; }

    public bool IsNew { get; init; }

    /// <summary>Whether it holds whatever the standard has no field for.</summary>
    public bool IsExtension => Class is { IsOpen: true } && !IsList;

    internal byte[] Utf8Name { get; } = Core.Text.Utf8.Strict.GetBytes(Name);
}

/// <summary>A class of CASE with its fields in the order in which they go out. An open one is a bag for anything.</summary>
public sealed record CaseClass(string Name, params IReadOnlyList<CaseField> Fields)
{
    public bool IsOpen { get; init; }

    public CaseField? Extensions { get; } = Fields.FirstOrDefault(f => f.IsExtension);

    /// <summary>Whether its objects have an identifier, an address and a date of their own.</summary>
    public bool IsResource { get; } = Fields.Any(f => f is { Name: "lastChangeDateTime", IsRequired: true });

    private readonly Dictionary<string, int> _byName = Fields.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i);

    public CaseField? Find(string name) => _byName.TryGetValue(name, out var index) ? Fields[index] : null;

    internal int IndexOf(string name) => _byName.GetValueOrDefault(name, -1);
}
