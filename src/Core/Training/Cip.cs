namespace Trellis.Core.Training;

/// <summary>
/// A field of study: a family (51), a group (51.38) or a program (51.3801) of the Classification of Instructional Programs. Source:
/// CIP 2020, NCES; its list holds codes that were moved or deleted too.
/// </summary>
public sealed class Cip
{
    public required int ReleaseKey { get; init; }

    /// <summary>The code with its point and zeros, "01.0101".</summary>
    public required string Code { get; init; }

    /// <summary>The name without the full stop that the source ends it with.</summary>
    public required string Title { get; init; }

    public string Definition { get; init; } = "";

    /// <summary>What this edition did with the code, in the source's words: "New", "Moved to", "Deleted", "No substantive changes".</summary>
    public string Change { get; init; } = "";
}

/// <summary>
/// That a field of study prepares directly for an occupation; one field may lead to many occupations and back. Source: CIP 2020 to SOC
/// 2018 crosswalk, NCES and BLS.
/// </summary>
public sealed class CipSoc
{
    /// <summary>What the crosswalk writes for a field where an occupation has none, and the other way round.</summary>
    public const string NoCip = "99.9999";
    public const string NoSoc = "99-9999";

    public required int ReleaseKey { get; init; }
    public required string Cip { get; init; }
    public required string CipTitle { get; init; }
    public required string Soc { get; init; }
    public required string SocTitle { get; init; }

    /// <summary>Whether both ends are there. A row without a match says that the source looked and found none.</summary>
    public bool IsMatch => Cip != NoCip && Soc != NoSoc;
}

/// <summary>A field of study or an occupation that a state has put on its list of those in demand. Source: the state's own list.</summary>
public sealed class InDemandListing
{
    public required int ReleaseKey { get; init; }
    public required InDemandScheme Scheme { get; init; }

    /// <summary>As the state wrote it: lists may use an older edition of the classification.</summary>
    public required string Code { get; init; }
    public required string Title { get; init; }
}

/// <summary>What the codes of a list of what is in demand are codes of.</summary>
public enum InDemandScheme
{
    Cip,
    Soc,
}
