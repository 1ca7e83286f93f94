namespace Trellis.Core.Storage.Releases;

/// <summary>
/// A load of outside data that somebody asked for: what is to be loaded, how far it is, and what became of it. One node at a time
/// has its lease and renews it; when a node dies, the lease runs out and another takes the work up.
/// </summary>
public sealed class DataJob
{
    public int Key { get; set; }

    public required JobWork Work { get; init; }

    /// <summary>The kind of data; see <see cref="ReleaseKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which of the publisher's files to download; null for the newest, and for files that somebody sent.</summary>
    public string? Edition { get; init; }

    /// <summary>The mapping of columns that was chosen; null where the file is to be recognised.</summary>
    public string? Mapping { get; init; }

    /// <summary>The name of the file, for people.</summary>
    public string File { get; set; } = "";

    /// <summary>The folder below the uploads of the installation that holds the file; null where nothing was sent.</summary>
    public string? Upload { get; init; }

    public JobState State { get; set; }

    /// <summary>Why it failed, as a word for programs: "no-file", "gave-up", "unexpected", "refused".</summary>
    public string? Fault { get; set; }

    /// <summary>Somebody asked to stop it.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Rows written so far.</summary>
    public int Rows { get; set; }

    /// <summary>Bytes downloaded so far, and of how many where the publisher says.</summary>
    public long Bytes { get; set; }
    public long? TotalBytes { get; set; }

    public DateTimeOffset AskedAt { get; set; }
    public string AskedBy { get; set; } = "";
    public string Door { get; set; } = "";
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The node that works on it, and until when it has promised to say that it still does.</summary>
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>The release that was written; it may have been dropped since.</summary>
    public int? LoadedKey { get; set; }

    /// <summary>Counts and problems, as JSON.</summary>
    public string? Report { get; set; }

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Stopped;
}

/// <summary>Where the data comes from.</summary>
public enum JobWork
{
    /// <summary>From a file that somebody sent.</summary>
    Import,

    /// <summary>From the publisher, over the network.</summary>
    Fetch,
}

/// <summary>How far a load is.</summary>
public enum JobState
{
    Waiting,
    Running,

    /// <summary>All rows are written, in the same transaction as this state; only the report is missing.</summary>
    Saved,
    Done,
    Failed,
    Stopped,
}
