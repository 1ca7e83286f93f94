using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>The problems of one import, counted by what became of their rows. It stays readable: of a file with more of them it says how many more there are.</summary>
internal sealed class ProblemList
{
    private const int MostProblems = 1000;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> All => _problems;

    public int Repaired { get; private set; }

    public int Rejected { get; private set; }

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
