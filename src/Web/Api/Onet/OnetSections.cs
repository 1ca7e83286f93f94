using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>The sections of an occupation's report, short under "summary" and whole under "details".</summary>
internal static class OnetSections
{
    private const string Details = "details";

    /// <summary>A summary names what is at least in the middle of its scale.</summary>
    private const int SummaryScore = 50;

    public static void Map(IEndpointRouteBuilder services) =>
        OnetApi.Map(services, "/online/occupations/{code}/{report:regex(^(summary|details)$)}/{section}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(OnetCall call)
    {
        if (await OnetReports.OccupationAsync(call) is not { } occupation)
            return OnetReports.NoOccupation(call);
        return call.Route("section") switch
        {
            "tasks" => await TasksAsync(call, occupation),
            "technology_skills" => await OnetTechnology.AnswerAsync(call, occupation),
            "detailed_work_activities" => await ActivitiesAsync(call, occupation),
            "job_zone" => await JobZoneAsync(call, occupation),
            "education" => await EducationAsync(call, occupation),
            "related_occupations" => await RelatedAsync(call, occupation),
            "work_context" => await OnetContext.AnswerAsync(call, occupation),
            var section when OnetElements.Find(section) is { } elements => await ElementsAsync(call, occupation, elements),
            var section => NoData(section),
        };
    }

    private static async Task<IResult> TasksAsync(OnetCall call, Occupation occupation)
    {
        var tasks = await call.Db.OccupationTasks.Where(t => t.ReleaseKey == call.Key && t.Code == occupation.Code).ToListAsync(call.Stop);
        if (tasks.Count == 0)
            return NoData("tasks");
        var importance = (await OnetElements.ScalesAsync(call)).GetValueOrDefault("IM");
        var sorted = (call.Query("sort") ?? "category") switch
        {
            "importance" => tasks.OrderByDescending(t => t.Importance ?? 0).ThenBy(t => t.TaskId),
            "title" => tasks.OrderBy(t => t.Text, StringComparer.OrdinalIgnoreCase),
            _ => tasks.OrderBy(t => t.Type is null).ThenBy(t => t.Type, StringComparer.Ordinal).ThenByDescending(t => t.Importance ?? 0).ThenBy(t => t.TaskId),
        };
        return call.List("task", sorted.Select(t => new
        {
            Id = FormattableString.Invariant($"{t.TaskId}"),
            Related = call.Address(FormattableString.Invariant($"/online/occupations/{occupation.Code}/related/tasks/{t.TaskId}")),
            Title = t.Text,
            Importance = IsDetails(call) && t.Importance is { } value && importance is not null ? Whole(importance.Standard(value)) : (int?)null,
            Category = IsDetails(call) ? t.Type : null,
        }).ToList());
    }

    private static async Task<IResult> ActivitiesAsync(OnetCall call, Occupation occupation)
    {
        var activities = await call.Db.TaskActivities.Where(a => a.ReleaseKey == call.Key && a.Code == occupation.Code)
            .Join(call.Db.DetailedActivities.Where(d => d.ReleaseKey == call.Key), a => a.ActivityId, d => d.Id, (_, d) => new { d.Id, d.Title }).Distinct().ToListAsync(call.Stop);
        return activities.Count == 0 ? NoData("detailed_work_activities") : call.List("activity", activities.OrderBy(a => a.Title, StringComparer.Ordinal).Select(a => new
        {
            a.Id,
            a.Title,
            Related = call.Address($"/online/occupations/{occupation.Code}/related/detailed_work_activities/{a.Id}"),
        }).ToList());
    }

    private static async Task<IResult> JobZoneAsync(OnetCall call, Occupation occupation)
    {
        var zones = await call.Db.JobZones.Where(z => z.ReleaseKey == call.Key).ToDictionaryAsync(z => z.Zone, call.Stop);
        // From 30.2 on zones 1 and 2 are described as one.
        if (occupation.JobZone is not { } code || (zones.GetValueOrDefault(code) ?? zones.GetValueOrDefault(2)) is not { } zone)
            return NoData("job_zone");
        return OnetCall.Json(new
        {
            Code = code,
            Title = zone.Name,
            zone.Education,
            RelatedExperience = zone.Experience,
            JobTraining = zone.Training,
            JobZoneExamples = zone.Examples,
            zone.SvpRange,
        });
    }

    private static async Task<IResult> EducationAsync(OnetCall call, Occupation occupation)
    {
        var shares = await call.Db.OccupationRatings.Where(r => r.ReleaseKey == call.Key && r.Code == occupation.Code && r.Scale == "RL" && r.IsUncertain != true).ToListAsync(call.Stop);
        var answers = await call.Db.ScalePoints.Where(p => p.ReleaseKey == call.Key && p.Scale == "RL" && p.IsCategory).ToDictionaryAsync(p => p.Value, p => p.Description, call.Stop);
        return shares.Count == 0 ? NoData("education") : OnetCall.Json(new
        {
            Response = shares.Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Category).Select(s => new
            {
                Code = s.Category,
                Title = answers.GetValueOrDefault(s.Category, ""),
                PercentageOfRespondents = Whole(s.Value),
            }),
        });
    }

    private static async Task<IResult> RelatedAsync(OnetCall call, Occupation occupation)
    {
        var related = await call.Db.RelatedOccupations.Where(r => r.ReleaseKey == call.Key && r.Code == occupation.Code)
            .Join(call.Db.Occupations.Where(o => o.ReleaseKey == call.Key), r => r.RelatedCode, o => o.Code, (r, o) => new { r.Tier, r.Rank, o.Code, o.Title }).OrderBy(r => r.Rank).ToListAsync(call.Stop);
        return related.Count == 0 ? NoData("related_occupations") : call.List("occupation",
            related.ConvertAll(r => new NearLink(call.Link(r.Code, r.Title).Href, r.Code, r.Title, r.Tier == "Supplemental" ? true : null)));
    }

    private static async Task<IResult> ElementsAsync(OnetCall call, Occupation occupation, OnetElements section)
    {
        var elements = await section.ReadAsync(call, occupation.Code);
        if (elements.Count == 0)
            return NoData(section.Section);
        if (call.Query("sort") == "name")
            elements.Sort((a, b) => string.CompareOrdinal(a.Element.Name, b.Element.Name));
        var isInterests = section.Section == "interests";
        if (!IsDetails(call))
            elements.RemoveAll(e => e.Score < SummaryScore);
        var rows = elements.ConvertAll(e => Row(call, occupation.Code, section, e));
        return isInterests && !IsDetails(call)
            ? OnetCall.Json(new Dictionary<string, object?> { ["interest_code"] = await OnetInterests.CodeAsync(call, occupation.Code), ["element"] = rows })
            : call.List("element", rows);
    }

    private static Dictionary<string, object?> Row(OnetCall call, string code, OnetElements section, ScoredElement e)
    {
        var row = new Dictionary<string, object?>
        {
            ["id"] = e.Element.Id,
            ["related"] = call.Address($"/online/occupations/{code}/related/{section.Section}/{e.Element.Id}"),
            ["name"] = e.Element.Name,
            ["description"] = e.Element.Description,
        };
        if (IsDetails(call) && e.Score is { } score)
            row[section.Score] = score;
        return row;
    }

    public static bool IsDetails(OnetCall call) => call.Route("report") == Details;

    public static int Whole(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);

    public static IResult NoData(string section) => OnetCall.Refuse($"There is no data for the section '{section}' of this occupation.");

    private sealed record NearLink(string Href, string Code, string Title, bool? Supplemental) : OccupationLink(Href, Code, Title);
}
