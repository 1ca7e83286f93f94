namespace Trellis.Web;

/// <summary>The addresses of occupations.</summary>
public static partial class Links
{
    public const string Occupations = "/occupations";
    public const string OccupationSuggest = "/api/v1/occupations/suggest";
    public const string OccupationCode = "/api/v1/occupations/code";

    /// <summary>The page of an occupation, by its O*NET-SOC code.</summary>
    public static string Occupation(string code) => $"{Occupations}/{code}";
}
