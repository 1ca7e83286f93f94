namespace Trellis.Core.Training;

/// <summary>
/// A school, college, employer or other body that offers programs on a list of eligible training providers. Source: the state's list
/// or the federal file of all lists (ETA-9171, elements 101 to 104).
/// </summary>
public sealed class Provider
{
    public required int ReleaseKey { get; init; }

    /// <summary>The list and the provider's number in it, "nj-1250"; where the list has no number, one made of its name and place.</summary>
    public required string Id { get; init; }

    /// <summary>Empty where the list names the provider by its number only.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The digits of what it is, 1 to 8; see <see cref="EntityType"/>. Empty where the list does not say.</summary>
    public string EntityTypes { get; init; } = "";

    public string? Street { get; init; }
    public string? City { get; init; }

    /// <summary>Two letters.</summary>
    public string? State { get; init; }

    /// <summary>Five digits.</summary>
    public string? Zip { get; init; }

    /// <summary>The name alone, "Essex".</summary>
    public string? County { get; init; }

    public string? Url { get; init; }

    /// <summary>Its standing on the list, in the list's words.</summary>
    public string? Status { get; init; }
}

/// <summary>What sort of body a provider is, by the number that ETA-9171, element 104, gives it.</summary>
public enum EntityType
{
    AssociateCollege = 1,
    BaccalaureateCollege,
    CertificateCollege,
    Apprenticeship,
    PrivateNonProfit,
    PrivateForProfit,
    Public,
    Other,
}
