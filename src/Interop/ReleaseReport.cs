using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop;

/// <summary>What an import of outside data found and what became of it. The same for the page, the API and the command line.</summary>
public sealed class ReleaseReport(string kind, string file)
{
    /// <summary>Reports stay readable; a file with more faults than this says how many more there are.</summary>
    private const int MostProblems = 1000;

    private readonly List<Problem> _problems = [];

    public string Kind { get; } = kind;

    public string File { get; } = file;

    public ReleaseOutcome Outcome { get; set; } = ReleaseOutcome.Refused;

    /// <summary>The release that was written, or that was there already; null where the source was refused.</summary>
    public DataRelease? Release { get; set; }

    public int Rejected { get; private set; }

    public int Repaired { get; private set; }

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Problems beyond those listed.</summary>
    public int More { get; private set; }

    public void Add(Problem problem)
    {
        if (problem.Severity == Severity.Repaired)
            Repaired++;
        else if (problem.Severity == Severity.Rejected)
            Rejected++;
        if (_problems.Count < MostProblems)
            _problems.Add(problem);
        else
            More++;
    }
}

/// <summary>What became of a release.</summary>
public enum ReleaseOutcome
{
    Loaded,

    /// <summary>The same file is the current release already; nothing was written.</summary>
    Unchanged,
    Refused,
}
