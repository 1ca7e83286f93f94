namespace Trellis.Core.Storage.Releases;

/// <summary>
/// One edition of outside data as it was loaded: whose it is, what it covers, and when. Its rows carry its key. Of a kind and
/// scope one release is current; former ones stay whole until somebody drops them.
/// </summary>
public sealed class DataRelease
{
    public int Key { get; set; }

    /// <summary>What sort of data: "onet", "oews", "projections", "programs" …; see <see cref="ReleaseKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which part of the kind, where several stand side by side, such as the wages of one state; empty for all of it.</summary>
    public string Scope { get; set; } = "";

    /// <summary>What the publisher calls it: "O*NET 30.2 Database".</summary>
    public string Title { get; set; } = "";

    /// <summary>The edition alone: "30.2", "May 2024".</summary>
    public string Edition { get; set; } = "";

    /// <summary>The time its figures speak of: "May 2024", "2024–34".</summary>
    public string Period { get; set; } = "";

    public string Publisher { get; set; } = "";

    /// <summary>The classification its codes belong to, with edition: "O*NET-SOC 2019", "SOC 2018". Editions never mix.</summary>
    public string? Taxonomy { get; set; }

    /// <summary>The sentence that its license asks everyone to show.</summary>
    public string? Attribution { get; set; }

    public ReleaseState State { get; set; }

    /// <summary>Whether it is the small set that ships with the program, and not what the publisher gave out.</summary>
    public bool IsStarter { get; init; }

    public int Rows { get; set; }

    /// <summary>Rows of the source that were left out.</summary>
    public int Rejected { get; set; }

    /// <summary>What the publisher's release has and this one lacks: names of files or sheets, in words.</summary>
    public IReadOnlyList<string> Gaps { get; set; } = [];

    /// <summary>How its codes differ from those of the release that was current when it was loaded.</summary>
    public IReadOnlyList<CodeChange> Changes { get; set; } = [];

    /// <summary>The name of the file or folder, and the fingerprint of what was in it.</summary>
    public string File { get; set; } = "";

    public string FileHash { get; set; } = "";

    public DateTimeOffset LoadedAt { get; set; }

    public string LoadedBy { get; set; } = "";
}

/// <summary>Whether pages read the release.</summary>
public enum ReleaseState
{
    Current,
    Former,
}

/// <summary>The kinds of outside data, by the name that the command line and the database use.</summary>
public static class ReleaseKinds
{
    public const string Onet = "onet";
    public const string Oews = "oews";
    public const string OewsAreas = "oews-areas";
    public const string Projections = "projections";
    public const string StateProjections = "state-projections";
    public const string Education = "education";
    public const string CountyIndustry = "county-industry";
    public const string Naics = "naics";
    public const string Soc = "soc";
    public const string SocChanges = "soc-changes";
    public const string OnetSoc = "onet-soc";
    public const string Cip = "cip";
    public const string CipSoc = "cip-soc";
    public const string Programs = "programs";
    public const string ProgramOutcomes = "program-outcomes";
    public const string Credentials = "credentials";
}
