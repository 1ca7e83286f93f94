using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>The overview of an occupation: what it is, what workers call it, and which sections its report has.</summary>
internal static class OnetReports
{
    private const int MostTitles = 10;

    public static void Map(IEndpointRouteBuilder services) => OnetApi.Map(services, "/online/occupations/{code}", OverviewAsync);

    public static Task<Occupation?> OccupationAsync(OnetCall call)
    {
        var code = call.Route("code");
        return call.Db.Occupations.FirstOrDefaultAsync(o => o.ReleaseKey == call.Key && o.Code == code, call.Stop);
    }

    public static IResult NoOccupation(OnetCall call) =>
        OnetCall.Refuse($"'{call.Route("code")}' is no occupation of {call.Release.Title}. Codes look like 29-1141.00.");

    private static async Task<IResult> OverviewAsync(OnetCall call)
    {
        if (await OccupationAsync(call) is not { } occupation)
            return NoOccupation(call);
        var titles = await call.Db.OccupationTitles.Where(t => t.ReleaseKey == call.Key && t.Code == occupation.Code && t.Kind == TitleKind.Reported)
            .OrderBy(t => t.Ordinal).ToListAsync(call.Stop);
        // The site for job seekers shows a choice of ten.
        var shown = titles.Exists(t => t.IsShown == true) ? titles.FindAll(t => t.IsShown == true) : titles;
        var sections = await SectionsAsync(call, occupation);
        return OnetCall.Json(new
        {
            occupation.Code,
            occupation.Title,
            Tags = new { },
            occupation.Description,
            SampleOfReportedTitles = shown.Count == 0 ? null : shown.Take(MostTitles).Select(t => t.Text),
            Updated = Updated(call),
            SummaryContents = Contents("summary"),
            DetailsContents = Contents("details"),
            CustomContents = Array.Empty<object>(),
        });

        List<object> Contents(string report) =>
            sections.ConvertAll(s => (object)new { Href = call.Address($"/online/occupations/{occupation.Code}/{report}/{s.Section}"), s.Title });
    }

    /// <summary>Those that the release has data for.</summary>
    private static async Task<List<(string Section, string Title)>> SectionsAsync(OnetCall call, Occupation occupation)
    {
        var (db, key, code) = (call.Db, call.Key, occupation.Code);
        var rated = (await db.OccupationRatings.Where(r => r.ReleaseKey == key && r.Code == code && r.IsUncertain != true).Select(r => new { r.ElementId, r.Scale }).Distinct().ToListAsync(call.Stop))
            .ConvertAll(r => (r.ElementId, r.Scale));
        (string Section, string Title, bool IsThere)[] sections =
        [
            ("tasks", "Tasks", await db.OccupationTasks.AnyAsync(t => t.ReleaseKey == key && t.Code == code, call.Stop)),
            ("technology_skills", "Technology Skills", await db.OccupationTechnologies.AnyAsync(t => t.ReleaseKey == key && t.Code == code && t.Kind == TechnologyKind.Software, call.Stop)),
            ("detailed_work_activities", "Detailed Work Activities", await db.TaskActivities.AnyAsync(a => a.ReleaseKey == key && a.Code == code, call.Stop)),
            ("job_zone", "Job Zone", occupation.JobZone is not null),
            ("education", "Education", rated.Exists(r => r.Scale == "RL")),
            ("related_occupations", "Related Occupations", await db.RelatedOccupations.AnyAsync(r => r.ReleaseKey == key && r.Code == code, call.Stop)),
            .. OnetElements.All.Select(s => (s.Section, s.Title, rated.Exists(r => s.Scales.Contains(r.Scale) && s.Holds(r.ElementId)))),
        ];
        return [.. sections.Where(s => s.IsThere).Select(s => (s.Section, s.Title))];
    }

    /// <summary>The year of the release, which ends its period: "February 2026".</summary>
    private static object? Updated(OnetCall call) =>
        call.Release.Period.Length >= 4 && int.TryParse(call.Release.Period[^4..], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? new { Year = year, Contents = Array.Empty<object>() }
            : null;
}
