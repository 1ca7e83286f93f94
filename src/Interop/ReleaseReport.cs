using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop;

/// <summary>What an import of outside data found and what became of it. The same for the page, the API and the command line.</summary>
public sealed class ReleaseReport(string kind, string file)
{
    private readonly ProblemList _problems = new();

    public string Kind { get; } = kind;

    public string File { get; } = file;

    public ReleaseOutcome Outcome { get; set; } = ReleaseOutcome.Refused;

    /// <summary>The release that was written, or that was there already; null where the source was refused.</summary>
    public DataRelease? Release { get; set; }

    public int Rejected => _problems.Rejected;

    public int Repaired => _problems.Repaired;

    public IReadOnlyList<Problem> Problems => _problems.All;

    /// <summary>Problems beyond those listed.</summary>
    public int More => _problems.More;

    public void Add(Problem problem) => _problems.Add(problem);
}

/// <summary>What became of a release.</summary>
public enum ReleaseOutcome
{
    Loaded,

    /// <summary>The same file is the current release already; nothing was written.</summary>
    Unchanged,
    Refused,
}
