using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>Other occupations that share one element, task, activity or class of software with an occupation.</summary>
internal static class OnetRelated
{
    private const int Most = 20;

    public static void Map(IEndpointRouteBuilder services) => OnetApi.Map(services, "/online/occupations/{code}/related/{section}/{id}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(OnetCall call)
    {
        if (await OnetReports.OccupationAsync(call) is not { } occupation)
            return OnetReports.NoOccupation(call);
        var (section, id) = (call.Route("section"), call.Route("id"));
        return section switch
        {
            "tasks" => await TaskAsync(call, occupation, id),
            "detailed_work_activities" => await ActivityAsync(call, id),
            "technology_skills" => await TechnologyAsync(call, id),
            _ when OnetElements.Find(section) is { } elements && elements.Holds(id) => await ElementAsync(call, elements, id),
            _ => OnetCall.Refuse($"There is nothing related to '{id}' in the section '{section}'."),
        };
    }

    private static async Task<IResult> ElementAsync(OnetCall call, OnetElements section, string id)
    {
        if (await call.Db.ContentElements.FirstOrDefaultAsync(e => e.ReleaseKey == call.Key && e.Id == id, call.Stop) is not { } element)
            return OnetCall.Refuse($"There is no element '{id}'.");
        var codes = await call.Db.OccupationRatings
            .Where(r => r.ReleaseKey == call.Key && r.ElementId == id && r.Category == 0 && section.Scales.Contains(r.Scale) && r.IsUncertain != true)
            .OrderByDescending(r => r.Value).ThenBy(r => r.Code).Take(Most).Select(r => r.Code).ToListAsync(call.Stop);
        var list = section.Groups.Count == 1 ? section.Section : ElementGroups.Of(id) == ElementGroup.EssentialSkills ? "skills_basic" : "skills_cf";
        var place = section.Section == "interests" ? element.Name[..1] : id;
        return await LinksAsync(call, codes, new { element.Id, element.Name, element.Description, SeeMore = call.Address($"/online/onet_data/{list}/{place}") });
    }

    /// <summary>Occupations that have a task with one of its activities.</summary>
    private static async Task<IResult> TaskAsync(OnetCall call, Occupation occupation, string id)
    {
        var tasks = call.Db.OccupationTasks.Where(t => t.ReleaseKey == call.Key && t.Code == occupation.Code);
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await tasks.FirstOrDefaultAsync(t => t.TaskId == number, call.Stop) is not { } task)
            return OnetCall.Refuse($"'{id}' is no task of this occupation.");
        var activities = call.Db.TaskActivities.Where(a => a.ReleaseKey == call.Key && a.Code == occupation.Code && a.TaskId == number).Select(a => a.ActivityId);
        var codes = await call.Db.TaskActivities.Where(a => a.ReleaseKey == call.Key && a.Code != occupation.Code && activities.Contains(a.ActivityId))
            .GroupBy(a => a.Code).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(Most).Select(g => g.Key).ToListAsync(call.Stop);
        return await LinksAsync(call, codes, new { Id = id, Title = task.Text, SeeMore = call.Address($"/online/occupations/{occupation.Code}/details/tasks") });
    }

    private static async Task<IResult> ActivityAsync(OnetCall call, string id)
    {
        if (await call.Db.DetailedActivities.FirstOrDefaultAsync(a => a.ReleaseKey == call.Key && a.Id == id, call.Stop) is not { } activity)
            return OnetCall.Refuse($"There is no activity '{id}'.");
        var codes = await call.Db.TaskActivities.Where(a => a.ReleaseKey == call.Key && a.ActivityId == id).Select(a => a.Code).Distinct().OrderBy(c => c).ToListAsync(call.Stop);
        return await LinksAsync(call, codes, new { activity.Id, activity.Title, SeeMore = call.Address($"/online/onet_data/work_activities/{activity.ElementId}") });
    }

    private static async Task<IResult> TechnologyAsync(OnetCall call, string id)
    {
        var products = await call.Db.OccupationTechnologies.Where(t => t.ReleaseKey == call.Key && t.Kind == TechnologyKind.Software && t.CommodityCode == id)
            .Select(t => new { t.Code, t.Example, t.CommodityTitle }).ToListAsync(call.Stop);
        if (products.Count == 0)
            return OnetCall.Refuse($"There is no class of software '{id}'.");
        var codes = products.GroupBy(p => p.Code).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        return await LinksAsync(call, [.. codes.Take(Most)], new
        {
            Code = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (object)number : id,
            Title = products[0].CommodityTitle,
            Example = products.Select(p => p.Example).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most),
            OccupationTotal = codes.Count,
            SeeMore = call.Address($"/database/rows/technology_skills?filter=commodity_code.eq.{id}"),
        });
    }

    private static async Task<IResult> LinksAsync(OnetCall call, List<string> codes, object summary)
    {
        var occupations = await call.Db.Occupations.Where(o => o.ReleaseKey == call.Key && codes.Contains(o.Code)).ToDictionaryAsync(o => o.Code, call.Stop);
        return OnetCall.Json(new { Summary = summary, Occupation = codes.ConvertAll(c => call.Link(occupations[c])) });
    }
}
