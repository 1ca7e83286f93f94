using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>The conditions of the work, each with the share of workers who gave each answer.</summary>
internal static class OnetContext
{
    private static readonly string[] ShareScales = ["CXP", "CTP"];

    public static async Task<IResult> AnswerAsync(OnetCall call, Occupation occupation)
    {
        var elements = await OnetElements.Find("work_context")!.ReadAsync(call, occupation.Code);
        if (elements.Count == 0)
            return OnetSections.NoData("work_context");
        if (call.Query("sort") == "name")
            elements.Sort((a, b) => string.CompareOrdinal(a.Element.Name, b.Element.Name));
        var shares = (await call.Db.OccupationRatings
            .Where(r => r.ReleaseKey == call.Key && r.Code == occupation.Code && ShareScales.Contains(r.Scale) && r.IsUncertain != true).ToListAsync(call.Stop)).ToLookup(r => r.ElementId);
        var answers = (await call.Db.ScalePoints.Where(p => p.ReleaseKey == call.Key && ShareScales.Contains(p.Scale) && p.IsCategory).ToListAsync(call.Stop))
            .ToDictionary(p => (p.ElementId, p.Value), p => p.Description);
        return call.List("element", elements.ConvertAll(e => new
        {
            e.Element.Id,
            Related = call.Address($"/online/occupations/{occupation.Code}/related/work_context/{e.Element.Id}"),
            e.Element.Name,
            e.Element.Description,
            Context = OnetSections.IsDetails(call) ? e.Score : null,
            Response = shares[e.Element.Id].OrderByDescending(s => s.Value).ThenBy(s => s.Category).Select(s => new
            {
                PercentageOfRespondents = OnetSections.Whole(s.Value),
                Description = answers.GetValueOrDefault((e.Element.Id, s.Category), ""),
            }),
        }));
    }
}
