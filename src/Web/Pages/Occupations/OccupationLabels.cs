using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Occupations;

namespace Trellis.Web.Pages.Occupations;

/// <summary>What readers call the parts of an occupation.</summary>
public static class OccupationLabels
{
    /// <summary>The families of jobs by the first two digits of their codes. Names after the major groups of SOC 2018.</summary>
    public static readonly string[] Families =
        ["11", "13", "15", "17", "19", "21", "23", "25", "27", "29", "31", "33", "35", "37", "39", "41", "43", "45", "47", "49", "51", "53", "55"];

    /// <summary>The rated parts in the order in which most readers ask for them.</summary>
    public static readonly ElementGroup[] Groups =
    [
        ElementGroup.EssentialSkills, ElementGroup.TransferableSkills, ElementGroup.Knowledge, ElementGroup.WorkActivities, ElementGroup.Abilities, ElementGroup.WorkStyles,
        ElementGroup.Interests, ElementGroup.SpecificInterests, ElementGroup.WorkValues, ElementGroup.WorkContext,
    ];

    public static string Of(IStringLocalizer<Words> T, ElementGroup group) => group switch
    {
        ElementGroup.Abilities => T["Abilities"],
        ElementGroup.Interests => T["Interests"],
        ElementGroup.WorkValues => T["Work values"],
        ElementGroup.SpecificInterests => T["Specific interests"],
        ElementGroup.WorkStyles => T["Work styles"],
        ElementGroup.EssentialSkills => T["Basic skills"],
        ElementGroup.TransferableSkills => T["Cross-functional skills"],
        ElementGroup.Knowledge => T["Knowledge"],
        ElementGroup.WorkActivities => T["Work activities"],
        ElementGroup.WorkContext => T["Work context"],
        ElementGroup.Education => T["Education"],
        _ => T["Experience and training"],
    };

    /// <summary>The pay of a year in the middle; where a source has only that of an hour, both.</summary>
    public static string MedianPay(IStringLocalizer<Words> T, MarketWage? wage) => wage switch
    {
        null => FigureWords.Dollars(T, Figure.NotReported),
        { IsYearMade: true } => T["about {0} ({1} an hour)", FigureWords.Dollars(T, wage.MedianOfYear), FigureWords.Pay(T, wage[WageFigure.HourlyMedian])],
        _ => FigureWords.Dollars(T, wage.MedianOfYear),
    };

    public static string Cluster(IStringLocalizer<Words> T, string cluster) => cluster switch
    {
        "agriculture" => T["Agriculture, food and natural resources"],
        "construction" => T["Architecture and construction"],
        "arts" => T["Arts, media and communications"],
        "business" => T["Business management and administration"],
        "education" => T["Education and training"],
        "finance" => T["Finance"],
        "government" => T["Government and public administration"],
        "health" => T["Health science"],
        "hospitality" => T["Hospitality and tourism"],
        "human-services" => T["Human services"],
        "information-technology" => T["Information technology"],
        "safety" => T["Law, public safety and security"],
        "manufacturing" => T["Manufacturing"],
        "marketing" => T["Marketing, sales and service"],
        "science" => T["Science, technology, engineering and mathematics"],
        _ => T["Transportation, distribution and logistics"],
    };

    public static string Family(IStringLocalizer<Words> T, string digits) => digits switch
    {
        "11" => T["Management"],
        "13" => T["Business and financial operations"],
        "15" => T["Computer and mathematical"],
        "17" => T["Architecture and engineering"],
        "19" => T["Life, physical and social science"],
        "21" => T["Community and social service"],
        "23" => T["Legal"],
        "25" => T["Educational instruction and library"],
        "27" => T["Arts, design, entertainment, sports and media"],
        "29" => T["Health care practitioners and technical"],
        "31" => T["Health care support"],
        "33" => T["Protective service"],
        "35" => T["Food preparation and serving"],
        "37" => T["Building and grounds cleaning and maintenance"],
        "39" => T["Personal care and service"],
        "41" => T["Sales"],
        "43" => T["Office and administrative support"],
        "45" => T["Farming, fishing and forestry"],
        "47" => T["Construction and extraction"],
        "49" => T["Installation, maintenance and repair"],
        "51" => T["Production"],
        "53" => T["Transportation and material moving"],
        _ => T["Military"],
    };

    /// <summary>How much preparation a job zone stands for.</summary>
    public static string Zone(IStringLocalizer<Words> T, int zone) => zone switch
    {
        1 => T["Little or no preparation"],
        2 => T["Some preparation"],
        3 => T["Medium preparation"],
        4 => T["Considerable preparation"],
        _ => T["Extensive preparation"],
    };
}
