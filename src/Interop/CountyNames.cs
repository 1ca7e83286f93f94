using System.Globalization;
using System.Text;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>Counties by state and name, as tables without FIPS codes write them. Source: data/reference/counties.csv.</summary>
internal static class CountyNames
{
    private static readonly string[] Kinds = ["cityandborough", "censusarea", "municipality", "municipio", "borough", "parish", "county", "island", "city"];

    private static readonly Lazy<ILookup<(string State, string Name), string>> All = new(() => ShippedData.Rows("counties.csv")
        .Select(cell => (Fips: cell("fips"), Name: cell("name"))).ToLookup(c => (c.Fips[..2], Key(c.Name)), c => c.Fips));

    /// <summary>
    /// The county of a state with this name, written with or without its kind. What is called a city is one that is no
    /// part of a county, with a FIPS code from 510 on; Hartford city is a town of Hartford County. Null where none or several fit.
    /// </summary>
    public static AreaCode? Find(AreaCode state, string name)
    {
        var found = All.Value[(state.Number, Key(name))].ToList();
        var isCity = name.TrimEnd().EndsWith(" city", StringComparison.OrdinalIgnoreCase);
        if (found.Count > 1 || isCity)
            found.RemoveAll(f => IsCity(f) != isCity);
        return found is [var only] ? AreaCode.County(only) : null;
    }

    private static bool IsCity(string fips) => string.CompareOrdinal(fips[2..], "510") >= 0;

    /// <summary>Letters only, without marks and without the kind of county at the end.</summary>
    private static string Key(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(c))
                letters.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }
        var text = letters.ToString();
        var kind = Array.Find(Kinds, k => text.EndsWith(k, StringComparison.Ordinal) && text.Length > k.Length);
        return kind is null ? text : text[..^kind.Length];
    }
}
