namespace Trellis.Web;

/// <content>Addresses of occupations.</content>
public static partial class Links
{
    public const string Occupations = "/occupations";
    public const string OccupationSuggest = "/api/v1/occupations/suggest";
    public const string OccupationCode = "/api/v1/occupations/code";
    public const string CompareOccupations = "/occupations/compare";

    public static string Occupation(string code) => $"{Occupations}/{code}";

    public static string CompareWith(IEnumerable<string> codes) => CompareOccupations + "?" + string.Join('&', codes.Select(c => "o=" + Uri.EscapeDataString(c)));

    /// <summary>An occupation as another database shows it.</summary>
    public static string OnetOnline(string code) => $"https://www.onetonline.org/link/summary/{code}";
}
