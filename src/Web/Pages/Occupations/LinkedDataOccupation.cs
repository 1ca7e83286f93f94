using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Profile;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Pages.Occupations;

/// <summary>An occupation in the words of schema.org. A figure that its source withheld, cut off or never had is absent.</summary>
public static class LinkedDataOccupation
{
    private const double CentsPerDollar = 100;
    private const int MostSkills = 10;
    private const int MostTasks = 5;

    private static readonly (string Name, WageFigure Annual, WageFigure Hourly)[] Points =
    [
        ("percentile10", WageFigure.Annual10, WageFigure.Hourly10), ("percentile25", WageFigure.Annual25, WageFigure.Hourly25), ("median", WageFigure.AnnualMedian, WageFigure.HourlyMedian),
        ("percentile75", WageFigure.Annual75, WageFigure.Hourly75), ("percentile90", WageFigure.Annual90, WageFigure.Hourly90),
    ];

    private static readonly ElementGroup[] Skills = [ElementGroup.EssentialSkills, ElementGroup.TransferableSkills, ElementGroup.Knowledge];

    /// <summary>What search engines are told of an occupation.</summary>
    /// <param name="profile">The occupation.</param>
    /// <param name="market">What is known of it in the area that the page shows; null where nothing is.</param>
    /// <param name="address">The address of the page.</param>
    public static string Write(OccupationProfile profile, MarketProfile? market, string address)
    {
        var occupation = profile.Occupation;
        // What is published only of a group of occupations is not said of one of them.
        var pay = market?.Wage is { IsGroup: false } wage ? Pay(wage) : null;
        return LinkedDataJson.Write(new()
        {
            ["@context"] = LinkedDataJson.Context,
            ["@type"] = "Occupation",
            ["name"] = occupation.Title,
            ["description"] = occupation.Description.Length == 0 ? null : occupation.Description,
            ["url"] = address,
            ["occupationalCategory"] = Categories(profile),
            ["estimatedSalary"] = pay,
            ["occupationLocation"] = pay is null ? null : Place(market!.Wage!.Area),
            ["educationRequirements"] = Education(market?.Education),
            ["experienceRequirements"] = market?.Education?.Entry?.Experience,
            ["responsibilities"] = LinkedDataJson.Texts(profile.Tasks.Take(MostTasks).Select(t => t.Text)),
            ["skills"] = LinkedDataJson.Texts(Skills.SelectMany(g => profile.Of(g)?.Elements ?? []).OrderByDescending(e => e.Score).Take(MostSkills).Select(e => e.Name)),
        });
    }

    /// <summary>Both codes, each in its set, with the address at the publisher's site where there is one.</summary>
    private static JsonArray Categories(OccupationProfile profile)
    {
        var (occupation, taxonomy) = (profile.Occupation, profile.Release.Taxonomy ?? "O*NET-SOC");
        var soc = SocEditions.OfOccupations(profile.Release.Taxonomy) switch { SocEdition.Soc2000 => SocEditions.Soc2000, SocEdition.Soc2010 => SocEditions.Soc2010, _ => SocEditions.Soc2018 };
        return [Code(occupation.Code, occupation.Title, taxonomy), Code(occupation.Soc, null, soc)];

        static JsonObject Code(string code, string? name, string set) => new()
        {
            ["@type"] = "CategoryCode",
            ["codeValue"] = code,
            ["name"] = name,
            ["inCodeSet"] = new JsonObject { ["@type"] = "CategoryCodeSet", ["name"] = set },
        };
    }

    /// <summary>Yearly pay; where only hourly pay is published, that. Null where the area has no figure that may be said.</summary>
    private static JsonObject? Pay(MarketWage wage)
    {
        var isHourly = !Points.Any(p => wage[p.Annual].State == FigureState.Value);
        var figures = Points.Select(p => (p.Name, Figure: wage[isHourly ? p.Hourly : p.Annual])).Where(p => p.Figure is { State: FigureState.Value, Value: not null }).ToList();
        if (figures.Count == 0)
            return null;
        var pay = new JsonObject
        {
            ["@type"] = "MonetaryAmountDistribution",
            ["name"] = "base",
            ["currency"] = "USD",
            ["duration"] = isHourly ? "PT1H" : "P1Y",
            ["subjectOf"] = Source(wage.Release),
        };
        foreach (var (name, figure) in figures)
            pay[name] = figure.Value / CentsPerDollar;
        return pay;
    }

    private static JsonObject Source(DataRelease release) => new()
    {
        ["@type"] = "Dataset",
        ["name"] = release.Title,
        ["creator"] = LinkedDataJson.Organization(release.Publisher),
        ["temporalCoverage"] = release.Period.Length == 0 ? null : release.Period,
    };

    private static JsonObject Place(Area area) => new()
    {
        ["@type"] = area.Kind switch { AreaKind.Nation => "Country", AreaKind.State => "State", _ => "AdministrativeArea" },
        ["name"] = area.Name,
    };

    private static JsonObject? Education(MarketEducation? education) => education?.Entry?.Education is not { Length: > 0 } level ? null : new()
    {
        ["@type"] = "EducationalOccupationalCredential",
        ["credentialCategory"] = level,
        ["subjectOf"] = Source(education.Release),
    };
}
