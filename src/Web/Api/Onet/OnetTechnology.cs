using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;

namespace Trellis.Web.Api.Onet;

/// <summary>Software that people of an occupation use: by class, and those that employers ask for.</summary>
internal static class OnetTechnology
{
    public static void Map(IEndpointRouteBuilder services)
    {
        OnetApi.Map(services, "/online/occupations/{code}/hot_technology", call => ProductsAsync(call, t => t.IsHot));
        OnetApi.Map(services, "/online/occupations/{code}/in_demand_skills", call => ProductsAsync(call, t => t.IsInDemand));
    }

    public static async Task<IResult> AnswerAsync(OnetCall call, Occupation occupation)
    {
        var products = await SoftwareAsync(call, occupation.Code);
        if (products.Count == 0)
            return OnetSections.NoData("technology_skills");
        var classes = products.GroupBy(p => p.CommodityCode).OrderBy(g => g.First().CommodityTitle, StringComparer.Ordinal).Select(g => new
        {
            Code = int.TryParse(g.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (object)number : g.Key,
            Related = call.Address($"/online/occupations/{occupation.Code}/related/technology_skills/{g.Key}"),
            Title = g.First().CommodityTitle,
            Example = g.OrderByDescending(p => p.IsHot || p.IsInDemand).ThenBy(p => p.Ordinal).Select(p => Product(call, p)).ToList(),
        });
        return call.List("category", classes.ToList(),
            ("hot_technology", Pointer("hot_technology", products.Count(p => p.IsHot))), ("in_demand_skills", Pointer("in_demand_skills", products.Count(p => p.IsInDemand))));

        object Pointer(string section, int total) => new { Total = total, Href = call.Address($"/online/occupations/{occupation.Code}/{section}") };
    }

    private static async Task<IResult> ProductsAsync(OnetCall call, Func<OccupationTechnology, bool> which)
    {
        if (await OnetReports.OccupationAsync(call) is not { } occupation)
            return OnetReports.NoOccupation(call);
        return call.List("example", (await SoftwareAsync(call, occupation.Code)).Where(which).OrderBy(p => p.Example, StringComparer.OrdinalIgnoreCase).Select(p => Product(call, p)).ToList());
    }

    private static Task<List<OccupationTechnology>> SoftwareAsync(OnetCall call, string code) => call.Db.OccupationTechnologies
        .Where(t => t.ReleaseKey == call.Key && t.Code == code && t.Kind == TechnologyKind.Software).OrderBy(t => t.Ordinal).ToListAsync(call.Stop);

    private static object Product(OnetCall call, OccupationTechnology product) => new
    {
        Title = product.Example,
        Href = call.Address("/online/search?keyword=" + Uri.EscapeDataString(product.Example)),
        HotTechnology = product.IsHot ? true : (bool?)null,
        InDemand = product.IsInDemand ? true : (bool?)null,
    };
}
