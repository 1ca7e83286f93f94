namespace Trellis.Core.LaborMarket;

/// <summary>
/// An edition of the Standard Occupational Classification. A code can mean another occupation in another edition, so figures of one
/// never stand under codes of another. Source: BLS; O*NET-SOC 2019 rests on SOC 2018, O*NET-SOC 2010 on SOC 2010.
/// </summary>
public enum SocEdition
{
    /// <summary>The source does not say, or mixes editions, as the wages of May 2019 and 2020 do.</summary>
    Unknown,
    Soc2000,
    Soc2010,
    Soc2018,
}

/// <summary>Names of classifications as releases write them.</summary>
public static class SocEditions
{
    public const string Soc2018 = "SOC 2018";
    public const string Soc2010 = "SOC 2010";
    public const string Soc2000 = "SOC 2000";

    /// <summary>Codes of 2010 and 2018 mixed, and groups of both, that the wage statistics used for two years.</summary>
    public const string Hybrid = "OEWS hybrid of SOC 2010 and SOC 2018";

    /// <summary>The edition behind the taxonomy of a release.</summary>
    public static SocEdition Of(string? taxonomy) => taxonomy switch
    {
        null or Hybrid => SocEdition.Unknown,
        _ when Begins(taxonomy, Soc2018) || Begins(taxonomy, "O*NET-SOC 2019") => SocEdition.Soc2018,
        _ when Begins(taxonomy, Soc2010) || Begins(taxonomy, "O*NET-SOC 2010") => SocEdition.Soc2010,
        _ when Begins(taxonomy, Soc2000) => SocEdition.Soc2000,
        _ => SocEdition.Unknown,
    };

    /// <summary>The edition that the occupations of a release are looked up by; the newest where its taxonomy does not tell.</summary>
    public static SocEdition OfOccupations(string? taxonomy) => Of(taxonomy) is var known and not SocEdition.Unknown ? known : SocEdition.Soc2018;

    /// <summary>The classification that the wage statistics of a year use. Source: BLS, OEWS technical notes.</summary>
    public static string OfWages(int year) => year switch
    {
        >= 2021 => Soc2018,
        >= 2019 => Hybrid,
        >= 2010 => Soc2010,
        _ => Soc2000,
    };

    private static bool Begins(string taxonomy, string name) => taxonomy.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
