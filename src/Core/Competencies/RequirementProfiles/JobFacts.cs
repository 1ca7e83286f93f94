namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>What pay is counted by.</summary>
public enum PayUnit
{
    Hour,
    Week,
    Month,
    Year,
}

/// <summary>The pay that a job order offers, in whole cents; a bound that was not told is null.</summary>
public sealed record OfferedPay(long? From, long? To, PayUnit? Per)
{
    public static readonly OfferedPay NotTold = new(null, null, null);

    public bool IsTold => From is not null || To is not null;
}

/// <summary>The job that a job order is for. What was not told is null.</summary>
/// <param name="Employer">Who hires.</param>
/// <param name="Title">What the employer calls the job.</param>
/// <param name="Place">Where it is, in the employer's words.</param>
/// <param name="Pay">What it pays.</param>
/// <param name="Openings">How many people are wanted.</param>
/// <param name="ClosesOn">The last day on which one may apply.</param>
public sealed record JobFacts(string? Employer, string? Title, string? Place, OfferedPay Pay, int? Openings, DateOnly? ClosesOn);
