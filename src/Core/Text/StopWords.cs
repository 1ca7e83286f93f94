using System.Collections.Frozen;

namespace Trellis.Core.Text;

/// <summary>Words so common that they tell nothing about what a text speaks of.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> English = Set(
        "a an and are as at be been being by can do does for from has have how if in into is it its may not of on or so such than that the "
        + "their them then there these they this to was were what when where which while who whom whose why will with would");

    private static readonly FrozenSet<string> Spanish = Set(
        "a al ante con cual cuando de del desde donde el ella ellas ellos en entre era es esa ese eso esta estas este esto estos fue ha han "
        + "hasta la las le les lo los mas más muy no o para pero por porque que qué se sea según ser si sin sobre son su sus también te "
        + "tiene todo tras u un una unas uno unos y ya");

    /// <param name="word">A word in lower case.</param>
    /// <param name="language">A BCP 47 tag; languages without a list have no stop words.</param>
    public static bool Contains(string word, string language) => LanguageText.Primary(language) switch
    {
        "en" or LanguageText.Unknown => English.Contains(word),
        "es" => Spanish.Contains(word),
        _ => false,
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
