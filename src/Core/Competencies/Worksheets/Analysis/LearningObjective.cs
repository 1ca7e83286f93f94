using System.Globalization;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>
/// A learning objective drafted from a statement and the depth at which a course teaches it; a person finishes its wording. The sentences
/// stand in data/reference/objective-sentences.csv. docs/formulas.md, "Learning objectives". Pure.
/// </summary>
public static class LearningObjective
{
    private static readonly Dictionary<(string Language, bool IsDeed, int Depth), string> Sentences = ReferenceLines.Of("objective-sentences.csv", ';')
        .ToDictionary(r => (r[0], r[1] == "deed", int.Parse(r[2], CultureInfo.InvariantCulture)), r => r[3]);

    private static readonly Dictionary<string, string> Odd = new(StringComparer.Ordinal) { ["has"] = "have", ["does"] = "do", ["is"] = "be", ["goes"] = "go" };

    private static readonly string[] Hissing = ["sses", "shes", "ches", "xes", "zzes"];

    /// <summary>The draft in the language, English or Spanish; null for depth 0, at which nothing is taught.</summary>
    /// <param name="statement">The words of the statement in that language.</param>
    /// <param name="statesDeed">Whether the statement says what somebody does, as key behaviors do.</param>
    /// <param name="depth">0 to 4.</param>
    /// <param name="language">"en" or "es".</param>
    public static string? Draft(string statement, bool statesDeed, int depth, string language)
    {
        var text = statement.Trim().TrimEnd('.');
        if (!Sentences.ContainsKey((language, true, Math.Max(depth, 1))) || depth == 0 || text.Length == 0)
            return null;
        var first = text.Split(' ')[0];
        var isDeed = statesDeed && (language != "en" || Verb(first) is not null);
        var rest = text[first.Length..];
        var phrase = isDeed && language == "en" ? Verb(first) + rest : Lower(first) + rest;
        return string.Format(CultureInfo.InvariantCulture, Sentences[(language, isDeed, depth)], phrase);
    }

    /// <summary>"reads" as "read"; null where the word is not such a form.</summary>
    private static string? Verb(string word)
    {
        var small = word.ToLowerInvariant();
        if (Odd.TryGetValue(small, out var odd))
            return odd;
        if (!small.EndsWith('s') || small.EndsWith("ss", StringComparison.Ordinal) || small.Length < 4)
            return null;
        if (small.EndsWith("ies", StringComparison.Ordinal))
            return small[..^3] + "y";
        return Array.Exists(Hissing, h => small.EndsWith(h, StringComparison.Ordinal)) ? small[..^2] : small[..^1];
    }

    /// <summary>Small at its beginning, unless it is a name in capitals.</summary>
    private static string Lower(string word) => word.Length > 1 && char.IsUpper(word[1]) ? word : char.ToLowerInvariant(word[0]) + word[1..];
}
