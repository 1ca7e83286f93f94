using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>A training program as the API gives it. Money is dollars, shares are from 0 to 1.</summary>
public sealed record ProgramResource
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public string? Url { get; init; }

    /// <summary>The page about it.</summary>
    public required string Page { get; init; }
    public required ProviderResource Provider { get; init; }
    public string? Cip { get; init; }
    public string? FieldOfStudy { get; init; }

    /// <summary>What it may lead to, by the names of ETA-9171, element 108.</summary>
    public required IReadOnlyList<string> LeadsTo { get; init; }
    public string? Credential { get; init; }
    public string? Prerequisites { get; init; }
    public required string Format { get; init; }
    public bool IsCompetencyBased { get; init; }
    public required FigureResource Hours { get; init; }
    public double? WeeksFrom { get; init; }
    public double? WeeksTo { get; init; }
    public required ProgramCosts Costs { get; init; }
    public ResultsResource? Results { get; init; }
    public ResultsResource? WioaResults { get; init; }
    public bool IsInDemand { get; init; }
    public DateOnly? ListedOn { get; init; }
    public string? Status { get; init; }

    /// <summary>Why it is given for the occupation that was asked for.</summary>
    public IReadOnlyList<ProgramReason>? Reasons { get; init; }

    /// <summary>Miles from the ZIP code that was asked for.</summary>
    public double? Miles { get; init; }
    public required SourceResource Source { get; init; }

    public static ProgramResource Of(ProgramProfile profile, IReadOnlyList<ProgramReason>? reasons = null, double? miles = null)
    {
        var program = profile.Program;
        return new()
        {
            Id = program.Id,
            Name = program.Name,
            Description = program.Description,
            Url = program.Url,
            Page = Links.Program(program.Id),
            Provider = ProviderResource.Of(profile.Provider),
            Cip = program.Cip,
            FieldOfStudy = profile.Field,
            LeadsTo = [.. program.Outcomes.Select(d => ((PotentialOutcome)(d - '0')).ToString())],
            Credential = program.Credential,
            Prerequisites = program.Prerequisites,
            Format = program.Format.ToString(),
            IsCompetencyBased = program.IsCompetencyBased,
            Hours = FigureResource.Of(program.Of(ProgramFigure.Hours)),
            WeeksFrom = program.WeeksLeast,
            WeeksTo = program.WeeksMost,
            Costs = ProgramCosts.Of(program),
            Results = ResultsResource.Of(profile.Results, profile.ResultsRelease),
            WioaResults = ResultsResource.Of(profile.WioaResults, profile.ResultsRelease),
            IsInDemand = profile.IsInDemand,
            ListedOn = program.ListedOn,
            Status = program.Status,
            Reasons = reasons is { Count: > 0 } ? reasons : null,
            Miles = miles is { } exact ? Math.Round(exact, 1) : null,
            Source = SourceResource.Of(profile.Release),
        };
    }
}

/// <summary>What a program costs, in dollars.</summary>
public sealed record ProgramCosts(
    FigureResource Tuition, FigureResource Fees, FigureResource Supplies, FigureResource Other, FigureResource OutOfPocket, FigureResource Total)
{
    public static ProgramCosts Of(TrainingProgram program) => new(
        Cost(program, ProgramFigure.Tuition), Cost(program, ProgramFigure.Fees), Cost(program, ProgramFigure.Supplies),
        Cost(program, ProgramFigure.OtherCosts), Cost(program, ProgramFigure.OutOfPocket), Cost(program, ProgramFigure.TotalCost));

    private static FigureResource Cost(TrainingProgram program, ProgramFigure figure) => FigureResource.Dollars(program.Of(figure));
}

/// <summary>What became of people: each share with its count and its own denominator.</summary>
public sealed record ResultsResource
{
    public required string Population { get; init; }

    /// <summary>"program", or "provider-and-field" where the figures are of all the provider's programs in the field of study.</summary>
    public required string Scope { get; init; }
    public required string Period { get; init; }
    public required FigureResource Served { get; init; }
    public required ShareResource Completed { get; init; }
    public required ShareResource EmployedQ2 { get; init; }
    public required ShareResource EmployedQ4 { get; init; }
    public required ShareResource Credential { get; init; }

    /// <summary>Dollars in the second quarter after leaving; "median" or "mean".</summary>
    public required FigureResource QuarterlyEarnings { get; init; }
    public required string EarningsKind { get; init; }
    public required FigureResource EarningsOfPeople { get; init; }
    public SourceResource? Source { get; init; }

    public static ResultsResource? Of(ProgramOutcome? results, DataRelease? release) => results is null ? null : new()
    {
        Population = results.Population == Core.Training.Population.Wioa ? "wioa" : "all-students",
        Scope = results.ProgramId is null ? "provider-and-field" : "program",
        Period = results.Period,
        Served = FigureResource.Of(results.Of(OutcomeFigure.Served)),
        Completed = Share(results, OutcomeFigure.CompletionRate, OutcomeFigure.Completed, OutcomeFigure.Exited),
        EmployedQ2 = Share(results, OutcomeFigure.EmployedQ2Rate, OutcomeFigure.EmployedQ2, OutcomeFigure.EmployedQ2Of),
        EmployedQ4 = Share(results, OutcomeFigure.EmployedQ4Rate, OutcomeFigure.EmployedQ4, OutcomeFigure.EmployedQ4Of),
        Credential = Share(results, OutcomeFigure.CredentialRate, OutcomeFigure.Credentials, OutcomeFigure.CredentialsOf),
        QuarterlyEarnings = FigureResource.Dollars(results.Of(OutcomeFigure.Earnings)),
        EarningsKind = results.EarningsKind == Core.Training.EarningsKind.Mean ? "mean" : "median",
        EarningsOfPeople = FigureResource.Of(results.Of(OutcomeFigure.EarningsOf)),
        Source = release is null ? null : SourceResource.Of(release),
    };

    private static ShareResource Share(ProgramOutcome results, OutcomeFigure rate, OutcomeFigure count, OutcomeFigure of) =>
        new(FigureResource.Of(results.Of(rate)), FigureResource.Of(results.Of(count)), FigureResource.Of(results.Of(of)));
}

/// <summary>A share of people, how many they are, and of how many.</summary>
public sealed record ShareResource(FigureResource Rate, FigureResource Count, FigureResource Of);

/// <summary>A training provider as the API gives it.</summary>
public sealed record ProviderResource(string Id, string? Name, string? Street, string? City, string? State, string? Zip, string? County, string? Url, string? Status)
{
    public required IReadOnlyList<string> EntityTypes { get; init; }

    public static ProviderResource Of(Provider p) => new(p.Id, p.Name.Length > 0 ? p.Name : null, p.Street, p.City, p.State, p.Zip, p.County, p.Url, p.Status)
    {
        EntityTypes = [.. p.EntityTypes.Select(d => ((EntityType)(d - '0')).ToString())],
    };
}
