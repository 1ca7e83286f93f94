namespace Trellis.Core.Training;

/// <summary>A certification of an industry or a license of a state that training may lead to. Source: the state's lists.</summary>
public sealed class Credential
{
    public required int ReleaseKey { get; init; }

    /// <summary>The list, the kind and the number in it, "nj-license-816".</summary>
    public required string Id { get; init; }
    public required CredentialKind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>The code that the list gives it: a number of the list for certifications, an O*NET-SOC code for licenses.</summary>
    public string? Code { get; init; }

    /// <summary>The number of who issues it; the list of issuers is not part of the files.</summary>
    public string? IssuerId { get; init; }

    /// <summary>The state that lists it, two letters.</summary>
    public string? State { get; init; }

    /// <summary>The occupation that the code names, where it does; older lists use older editions.</summary>
    public string? Soc { get; init; }

    /// <summary>Whether the state has taken it off the list.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>Who stands behind a credential.</summary>
public enum CredentialKind
{
    /// <summary>An industry body or a maker of products.</summary>
    Certification,

    /// <summary>A state, whose permission the work needs.</summary>
    License,
}
