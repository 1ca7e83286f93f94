using System.Collections.Frozen;
using System.Globalization;

namespace Trellis.Core.Text;

/// <summary>Words that stand in statements of every kind ("performs", "knowledge") and so tell little; data/reference/common-words.csv lists them.</summary>
public static class CommonWords
{
    private static readonly FrozenDictionary<(string Language, string Stem), double> Weights = Read();

    /// <summary>How much a stem tells on its own: 1, or less for a word that stands everywhere.</summary>
    public static double Weight(string stem, string language) => Weights.GetValueOrDefault((LanguageText.Primary(language), stem), 1);

    private static FrozenDictionary<(string, string), double> Read()
    {
        var weights = new Dictionary<(string, string), double>();
        foreach (var row in ReferenceLines.Of("common-words.csv"))
            weights.TryAdd((row[0], Stems.Of(row[1], row[0])), double.Parse(row[2], CultureInfo.InvariantCulture));
        return weights.ToFrozenDictionary();
    }
}
