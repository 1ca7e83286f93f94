using Microsoft.Extensions.Localization;
using Trellis.Core.Competencies;

namespace Trellis.Web.Pages.Search;

/// <summary>What the choices of a facet are called.</summary>
public static class SearchWords
{
    public static string Kind(IStringLocalizer<Words> t, StatementKind kind) => kind switch
    {
        StatementKind.Tier => t["Tier"],
        StatementKind.Block => t["Competency block"],
        StatementKind.BehaviorGroup => t["Behavior group"],
        StatementKind.KeyBehavior => t["Key behavior"],
        StatementKind.CriticalWorkFunction => t["Critical work function"],
        StatementKind.TechnicalContentArea => t["Technical content area"],
        StatementKind.Occupation => t["Occupation"],
        _ => t["Statement"],
    };

    /// <summary>The title of a NAICS 2022 sector, or its code where there is none of that code.</summary>
    public static string Sector(IStringLocalizer<Words> t, string code) => code switch
    {
        "11" => t["Agriculture, Forestry, Fishing and Hunting"],
        "21" => t["Mining, Quarrying, and Oil and Gas Extraction"],
        "22" => t["Utilities"],
        "23" => t["Construction"],
        "31-33" => t["Manufacturing"],
        "42" => t["Wholesale Trade"],
        "44-45" => t["Retail Trade"],
        "48-49" => t["Transportation and Warehousing"],
        "51" => t["Information"],
        "52" => t["Finance and Insurance"],
        "53" => t["Real Estate and Rental and Leasing"],
        "54" => t["Professional, Scientific, and Technical Services"],
        "55" => t["Management of Companies and Enterprises"],
        "56" => t["Administrative Support and Waste Management"],
        "61" => t["Educational Services"],
        "62" => t["Health Care and Social Assistance"],
        "71" => t["Arts, Entertainment, and Recreation"],
        "72" => t["Accommodation and Food Services"],
        "81" => t["Other Services"],
        "92" => t["Public Administration"],
        _ => code,
    };
}
