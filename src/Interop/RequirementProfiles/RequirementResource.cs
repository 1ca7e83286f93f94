using Trellis.Core.Competencies.RequirementProfiles;

namespace Trellis.Interop.RequirementProfiles;

/// <summary>What a job pays as its order says, in whole cents.</summary>
public sealed record PayResource(long? From, long? To, PayUnit? Per);

/// <summary>The job of a job order.</summary>
public sealed record JobResource(string? Employer, string? Title, string? Place, PayResource? Pay, int? Openings, DateOnly? ClosesOn)
{
    public static JobResource? Of(JobFacts? job) => job is null ? null
        : new(job.Employer, job.Title, job.Place, job.Pay.IsTold ? new(job.Pay.From, job.Pay.To, job.Pay.Per) : null, job.Openings, job.ClosesOn);
}

/// <summary>A requirement profile in a list. Employers counts those who stand behind it, where any were asked.</summary>
public record RequirementProfileResource(Guid Id, string Title, RequirementKind Kind, RequirementStatus Status, int Number, string? OnetSoc, int? Employers, int Items)
{
    public string? Note { get; init; }
    public JobResource? Job { get; init; }

    /// <summary>The one that it replaced.</summary>
    public Guid? Replaces { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset Updated { get; init; }

    public static RequirementProfileResource Of(RequirementProfile profile) =>
        new(profile.Id, profile.Title, profile.Kind, profile.Status, profile.Number, profile.OnetSoc, profile.Employers, profile.Items)
        {
            Note = profile.Note,
            Job = JobResource.Of(profile.Job),
            Replaces = profile.ReplacesId,
            Published = profile.PublishedAt?.ToUniversalTime(),
            Updated = profile.ChangedAt.ToUniversalTime(),
        };
}

/// <summary>A statement that a profile asks for: needed level 1 to 4, importance 0 to 4 where it was said, and how many employers stand behind the level.</summary>
public sealed record RequiredStatement(Guid Id, string? Notation, string Block, string Text, int Level, int? Importance, int? Employers);

/// <summary>A requirement profile with all it asks for, in the order of its framework.</summary>
public sealed record RequirementContentResource : RequirementProfileResource
{
    private RequirementContentResource(RequirementProfileResource profile) : base(profile) { }

    /// <summary>The slug of the framework, and the version whose statements are named.</summary>
    public required string Framework { get; init; }
    public required string Version { get; init; }
    public required IReadOnlyList<RequiredStatement> Statements { get; init; }

    public static RequirementContentResource Of(RequirementContent content, string language) => new(RequirementProfileResource.Of(content.Profile))
    {
        Framework = content.Model.Slug,
        Version = content.Model.Version.Number,
        Statements = [.. content.Lines.Select(l => new RequiredStatement(
            l.Statement.Id, l.Statement.Notation, l.Block.In(language), l.Statement.Text.In(language), l.Item.Level, l.Item.Importance, l.Item.Employers))],
    };
}
