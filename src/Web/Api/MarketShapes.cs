using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Api;

/// <summary>A number of a source, or why there is none: "value", "topCoded" (at or above the number), "suppressed", "notReported" or "notApplicable".</summary>
public sealed record FigureShape(double? Value, string State)
{
    public static FigureShape Of(Figure figure, double perUnit = 1) => new(figure.Value / perUnit, JsonNamingPolicy.CamelCase.ConvertName(figure.State.ToString()));
}

/// <summary>Where figures come from.</summary>
public sealed record SourceShape(int Release, string Title, string Publisher, string Edition, string Period, string? Taxonomy, bool IsStarter, string? Attribution)
{
    public static SourceShape Of(DataRelease release) =>
        new(release.Key, release.Title, release.Publisher, release.Edition, release.Period, release.Taxonomy, release.IsStarter, release.Attribution);
}

/// <summary>A page of a list.</summary>
public sealed record ListShape<T>(int Total, int Offset, int Limit, IReadOnlyList<T> Items, IReadOnlyList<SourceShape> Sources);

/// <summary>A place that figures are published for.</summary>
public sealed record AreaShape(string Code, string Kind, string Name, string? State)
{
    public static AreaShape Of(Area area) => new(area.Code, JsonNamingPolicy.CamelCase.ConvertName(area.Kind.ToString()), area.Name, area.State);
}

/// <summary>An area with the wider ones around it and the counties that it is made of.</summary>
public sealed record AreaDetailShape(AreaShape Area, IReadOnlyList<AreaShape> Wider, IReadOnlyList<AreaShape> Counties);

/// <summary>Wages in dollars at the mean and at percentiles.</summary>
public sealed record PayShape(FigureShape Mean, FigureShape P10, FigureShape P25, FigureShape Median, FigureShape P75, FigureShape P90);

/// <summary>Employment and wages of an occupation in an area.</summary>
public sealed record WageShape(
    string Area, string Soc, string Title, string Level, string Pay, FigureShape Employment, FigureShape EmploymentErrorPercent, FigureShape LocationQuotient, PayShape Hourly, PayShape Annual)
{
    private const double CentsPerDollar = 100;

    public static WageShape Of(Wage wage) => new(
        wage.AreaCode, wage.Soc, wage.Title, JsonNamingPolicy.CamelCase.ConvertName(wage.Level.ToString()), JsonNamingPolicy.CamelCase.ConvertName(wage.Pay.ToString()),
        FigureShape.Of(wage.Of(WageFigure.Employment)), FigureShape.Of(wage.Of(WageFigure.EmploymentError)), FigureShape.Of(wage.Of(WageFigure.LocationQuotient)),
        Pays(wage, WageFigure.HourlyMean), Pays(wage, WageFigure.AnnualMean));

    /// <summary>The mean, and behind it in the order of figures the percentiles.</summary>
    private static PayShape Pays(Wage wage, WageFigure mean) => new(At(wage, mean), At(wage, mean + 1), At(wage, mean + 2), At(wage, mean + 3), At(wage, mean + 4), At(wage, mean + 5));

    private static FigureShape At(Wage wage, WageFigure figure) => FigureShape.Of(wage.Of(figure), CentsPerDollar);
}

/// <summary>How employment of an occupation in an area is projected to change; openings are those of an average year.</summary>
public sealed record ProjectionShape(
    string Area, string Code, string Title, bool IsSummary, int StartYear, int EndYear, FigureShape StartEmployment, FigureShape EndEmployment, FigureShape Change, FigureShape ChangePercent,
    FigureShape Openings, FigureShape NewJobs, FigureShape Exits, FigureShape Transfers, FigureShape MedianWage, string? Education, string? Experience, string? Training)
{
    public static ProjectionShape Of(Projection p) => new(
        p.AreaCode, p.Code, p.Title, p.IsSummary, p.StartYear, p.EndYear, At(p, ProjectionFigure.StartEmployment), At(p, ProjectionFigure.EndEmployment), At(p, ProjectionFigure.Change),
        At(p, ProjectionFigure.ChangePercent), At(p, ProjectionFigure.Openings), At(p, ProjectionFigure.Growth), At(p, ProjectionFigure.Exits), At(p, ProjectionFigure.Transfers),
        FigureShape.Of(p.Of(ProjectionFigure.MedianWage), 100), p.Education, p.Experience, p.Training);

    private static FigureShape At(Projection projection, ProjectionFigure figure) => FigureShape.Of(projection.Of(figure));
}

/// <summary>A published definition of when an occupation is in demand.</summary>
public sealed record RuleShape(string Name, string Version, string Title, string Words, string? Note, string Citation, string Effective, IReadOnlyDictionary<string, string> Labels)
{
    public static RuleShape Of(InDemandRule rule) => new(
        rule.Name, rule.Version, rule.Title.In("en"), rule.Words.In("en"), rule.Note?.In("en"), rule.Citation, rule.Effective,
        rule.Labels.ToDictionary(l => JsonNamingPolicy.CamelCase.ConvertName(l.Key.ToString()), l => l.Value.In("en")));
}

/// <summary>An occupation on an in-demand list. Its label is null where it could not be judged or is outside the rule.</summary>
public sealed record DemandShape(string Soc, string? Title, string? Label, string Standing, IReadOnlyList<string> Marks, IReadOnlyList<string> Missing, OverrideShape? Override)
{
    public static DemandShape Of(InDemandEntry entry, string? title) => new(
        entry.Occupation.Value, title, entry.Label is { } label ? Word(label) : null, Word(entry.Outcome.Standing),
        [.. entry.Outcome.Marks.Where(m => m.Judgment.Verdict == Verdict.Passed).Select(m => m.Finding.Name)],
        [.. entry.Outcome.Missing.Select(m => $"{Word(m.Measure)}{(m.Years is { } years ? $" over {years} years" : "")}{(m.OfArea ? " of the area" : "")}: {Word(m.State)}")],
        entry.Override is { } over ? new(over.Label is { } put ? Word(put) : null, over.Who, over.When, over.Why) : null);

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>What a board put in place of a rule's label.</summary>
public sealed record OverrideShape(string? Label, string Who, DateTimeOffset When, string Why);

/// <summary>An in-demand list of an area: the rule, its figures' sources, and the occupations of the page.</summary>
public sealed record DemandListShape(RuleShape Rule, AreaShape Area, int Total, int Offset, int Limit, IReadOnlyList<DemandShape> Items, IReadOnlyList<SourceShape> Sources);
