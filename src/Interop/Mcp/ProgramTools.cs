using System.ComponentModel;
using ModelContextProtocol.Server;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Training;

namespace Trellis.Interop.Mcp;

/// <summary>Training programs, with what they cost and what became of their people.</summary>
public sealed class ProgramTools(DbSource source, ZipPlaces places)
{
    private const int CentsPerDollar = 100;

    [McpServerTool(Name = "find_programs", Title = "Find training programs", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Training programs that lead to an occupation or fit words and a place, with cost (dollars), length, and what became of their people: each share with the number of people that it is of.")]
    public async Task<object> ProgramsAsync(
        [Description("A SOC or O*NET-SOC code, such as 31-1131")] string? occupation = null,
        [Description("Words in the name, the credential, the provider or the description")] string? query = null,
        [Description("A ZIP code, or the name of a city or county")] string? place = null,
        [Description("Highest total cost in dollars; programs that do not tell theirs are counted and left out")] int? mostCost = null,
        [Description("fit, cost, length, employment, earnings or distance")] string sort = "fit",
        [Description("Programs in the answer, 1 to 100")] int limit = 10,
        [Description("How many to pass over")] int offset = 0,
        CancellationToken stop = default)
    {
        McpQuestion.Window(limit, offset);
        string? soc = null;
        if (!string.IsNullOrWhiteSpace(occupation))
            soc = SocCode.TryParse(occupation, out var code) ? code.Value : throw McpQuestion.Fault("occupation: Expected: a code such as 31-1131 or 31-1131.00; find_occupation finds them by name.");
        if (mostCost is < 0 or > int.MaxValue / CentsPerDollar)
            throw McpQuestion.Fault("mostCost: Expected: dollars from 0.");
        await using var db = source.Open();
        var found = await new TrainingSearch(db, places).FindAsync(new()
        {
            Soc = soc,
            Words = query ?? "",
            Place = place ?? "",
            MostCost = mostCost * CentsPerDollar,
            Order = McpQuestion.Member<ProgramOrder>("sort", sort) ?? ProgramOrder.Fit,
            Offset = offset,
            PageSize = limit,
        }, stop);
        return new { found.Total, offset, leftOutForUnknownCost = found.CostUnknown, programs = found.Programs.Select(Program) };
    }

    private static object Program(FoundProgram found)
    {
        var (profile, program) = (found.Profile, found.Profile.Program);
        return new
        {
            program.Id,
            program.Name,
            provider = profile.Provider.Name,
            place = string.Join(", ", new[] { program.City ?? profile.Provider.City, program.County ?? profile.Provider.County, program.State ?? profile.Provider.State }.OfType<string>().Distinct()),
            miles = found.Miles is { } miles ? Math.Round(miles, 1) : (double?)null,
            program.Url,
            fieldOfStudy = profile.Field,
            program.Credential,
            program.Prerequisites,
            format = program.Format,
            hours = FigureResource.Of(program.Of(ProgramFigure.Hours)),
            weeks = FigureResource.Of(program.Of(ProgramFigure.Weeks)),
            totalCost = FigureResource.Dollars(program.Of(ProgramFigure.TotalCost)),
            reasons = found.Reasons,
            results = Results(profile.Results, profile),
            wioaResults = Results(profile.WioaResults, profile),
            source = SourceResource.Of(profile.Release),
        };
    }

    private static object? Results(ProgramOutcome? results, ProgramProfile profile) => results is null ? null : new
    {
        of = results.ProgramId is null ? "all programs of the provider in this field" : "this program",
        results.Period,
        completed = Share(results, OutcomeFigure.CompletionRate, OutcomeFigure.Exited),
        employedSecondQuarter = Share(results, OutcomeFigure.EmployedQ2Rate, OutcomeFigure.EmployedQ2Of),
        credential = Share(results, OutcomeFigure.CredentialRate, OutcomeFigure.CredentialsOf),
        quarterlyEarnings = FigureResource.Dollars(results.Of(OutcomeFigure.Earnings)),
        earningsKind = results.EarningsKind,
        source = profile.ResultsRelease is { } release ? SourceResource.Of(release) : null,
    };

    private static object Share(ProgramOutcome results, OutcomeFigure rate, OutcomeFigure of) =>
        new { rate = FigureResource.Of(results.Of(rate)), people = FigureResource.Of(results.Of(of)) };
}
