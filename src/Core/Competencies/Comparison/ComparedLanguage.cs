using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>Chooses the language in which models are compared. Pure.</summary>
public static class ComparedLanguage
{
    private const string English = "en";

    /// <summary>
    /// One language for each model: the reader's where all have it, else one that all have, English before others; where there is
    /// none, the reader's for those that have it and for the rest their own. Texts of unknown language are taken for English.
    /// </summary>
    public static List<string> Choose(IReadOnlyList<FrameworkVersion> versions, string reader)
    {
        var have = versions.Select(Languages).ToList();
        var all = have.Skip(1).Aggregate(have[0].AsEnumerable(), (common, own) => common.Intersect(own)).ToList();
        var wanted = LanguageText.Primary(reader);
        if (all.Count > 0)
            return [.. versions.Select(_ => Best(all, wanted))];
        return [.. versions.Zip(have, (v, own) => own.Contains(wanted) ? wanted : Best(own, Known(v.Language)))];
    }

    private static string Best(List<string> languages, string wanted) =>
        languages.Contains(wanted) ? wanted : languages.Contains(English) ? English : languages.Order(StringComparer.Ordinal).First();

    private static List<string> Languages(FrameworkVersion version)
    {
        var tags = version.Languages.Count > 0 ? version.Languages : [version.Language];
        return [.. tags.Select(Known).Distinct()];
    }

    private static string Known(string tag) => LanguageText.Primary(tag) is var primary && primary == LanguageText.Unknown ? English : primary;
}
