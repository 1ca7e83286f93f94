using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>States and territories by FIPS code, abbreviation and name. Source: data/reference/states.csv.</summary>
internal static class StateNames
{
    private static readonly Lazy<List<(string Fips, string Abbreviation, string Name)>> All =
        new(() => [.. ShippedData.Rows("states.csv").Select(cell => (cell("fips"), cell("abbreviation"), cell("name")))]);

    /// <summary>The state with this abbreviation, name or FIPS code; null where none has it.</summary>
    public static AreaCode? Find(string text)
    {
        text = text.Trim();
        var fips = text.PadLeft(2, '0');
        foreach (var state in All.Value)
        {
            if (state.Fips == fips || state.Abbreviation.Equals(text, StringComparison.OrdinalIgnoreCase) || state.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
                return AreaCode.State(state.Fips);
        }
        return null;
    }

    /// <summary>The first state in the name of a metropolitan area: "Portland-Vancouver-Hillsboro, OR-WA" is Oregon's.</summary>
    public static AreaCode? OfMetro(string name) =>
        name.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && name.Length >= comma + 4 ? Find(name.Substring(comma + 2, 2)) : null;
}
