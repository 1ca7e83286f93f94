using Trellis.Core.Codes;
using Trellis.Core.Competencies.Employers;

namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>A statement as somebody wants a profile to ask for it.</summary>
public sealed record RequirementEntry(Guid Statement, int Level, int? Importance = null, int? Employers = null)
{
    /// <summary>What a consensus of employers makes part of a profile.</summary>
    public static List<RequirementEntry> Of(Consensus consensus) => [.. consensus.Needed.Select(i => new RequirementEntry(i.Statement, i.Level!.Value, i.Importance, i.Employers))];
}

/// <summary>What somebody writes into a requirement profile.</summary>
public sealed record RequirementDraft
{
    public const int LongestTitle = 200;
    public const int LongestNote = 2000;
    public const int LongestName = 120;

    /// <summary>More than this nobody can be asked for.</summary>
    public const int MostItems = 2000;

    private const int Highest = EmployerRating.Highest;
    private const int MostOpenings = 100_000;

    /// <summary>A hundred million dollars.</summary>
    private const long MostPay = 10_000_000_000;

    public required RequirementKind Kind { get; init; }
    public required string Title { get; init; }
    public string? Note { get; init; }
    public string? OnetSoc { get; init; }
    public JobFacts? Job { get; init; }
    public required IReadOnlyList<RequirementEntry> Items { get; init; }

    /// <summary>Throws with every reason where it can not be saved.</summary>
    public RequirementDraft Checked()
    {
        var problems = new List<Problem>();
        if (Title.Trim().Length is 0 or > LongestTitle)
            problems.Add(Problem.Rejected("requirements-title", "title", "Give the profile a title of at most {0} letters.", "200"));
        if (Note?.Length > LongestNote)
            problems.Add(Problem.Rejected("requirements-note", "note", "A note has at most {0} letters.", "2000"));
        if (OnetSoc is not null && !OnetSocCode.TryParse(OnetSoc, out _))
            problems.Add(Problem.Rejected("requirements-occupation", "occupation", "'{0}' is no O*NET-SOC code. A code looks like 51-4041.00.", OnetSoc));
        if (Items.Count > MostItems || Items.DistinctBy(i => i.Statement).Count() != Items.Count)
            problems.Add(Problem.Rejected("requirements-items", "items", "Choose at most {0} statements, each once.", "2000"));
        if (Items.Any(i => i.Level is < 1 or > Highest || i.Importance is < 0 or > Highest))
            problems.Add(Problem.Rejected("requirements-level", "items", "A level goes from 1 to 4, an importance from 0 to 4."));
        if (Kind == RequirementKind.JobOrder)
            Check(Job, problems);
        return problems.Count == 0 ? this : throw new UnusableInputException(problems);
    }

    private static void Check(JobFacts? job, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(job?.Employer) || string.IsNullOrWhiteSpace(job.Title) || job.Employer.Length > LongestName || job.Title.Length > LongestName || job.Place?.Length > LongestName)
            problems.Add(Problem.Rejected("job-names", "employer", "A job order names the employer and the title of the job; each name has at most {0} letters.", "120"));
        if (job is null)
            return;
        if (job.Pay.From is < 0 or > MostPay || job.Pay.To is < 0 or > MostPay || job.Pay.From > job.Pay.To || job.Pay.IsTold != job.Pay.Per is not null)
            problems.Add(Problem.Rejected("job-pay", "pay", "Write the pay as amounts from and to, the lower one first, and what it is paid by; or leave all three out."));
        if (job.Openings is < 1 or > MostOpenings)
            problems.Add(Problem.Rejected("job-openings", "openings", "Write how many people are wanted, 1 or more, or leave it out."));
    }
}
