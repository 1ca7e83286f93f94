using Trellis.Core.Occupations;

namespace Trellis.Interop.Onet;

/// <summary>The names of occupations: their own first, then other names, then those that workers gave.</summary>
internal static class TitleRows
{
    public static Task WriteAsync(OnetLoad load) => load.InsertAsync("occupation_titles",
        OnetLoad.Columns(("code", typeof(string)), ("ordinal", typeof(int)), ("kind", typeof(string)), ("text", typeof(string)),
            ("abbreviation", typeof(string)), ("sources", typeof(string)), ("is_shown", typeof(bool))),
        CodeMerge.Merge([Official(load), Alternate(load), Reported(load)]));

    private static IEnumerable<CodedRow> Official(OnetLoad load)
    {
        foreach (var occupation in load.Occupations.Values)
            yield return Row(load, occupation, TitleKind.Official, occupation.Title);
    }

    private static IEnumerable<CodedRow> Alternate(OnetLoad load)
    {
        if (load.Open("Alternate Titles", "Job Titles") is not { } file)
            yield break;
        var (code, title, abbreviation, sources) = (file.Need("O*NET-SOC Code"), file.Need("Alternate Title", "Job Title"), file.Find("Short Title"), file.Find("Source(s)", "Sources"));
        foreach (var row in file.Rows())
        {
            if (load.Occupation(row, code) is not { } occupation)
                continue;
            if (row.Text(title) is { } text)
                yield return Row(load, occupation, TitleKind.Alternate, text, row.Text(abbreviation), row.Text(sources));
            else
                load.Reject(row, "no-title", file.Header.Names[title], "The title is missing.");
        }
    }

    private static IEnumerable<CodedRow> Reported(OnetLoad load)
    {
        if (load.Open("Sample of Reported Titles") is not { } file)
            yield break;
        var (code, title, shown) = (file.Need("O*NET-SOC Code"), file.Need("Reported Job Title"), file.Find("Shown in My Next Move"));
        foreach (var row in file.Rows())
        {
            if (load.Occupation(row, code) is not { } occupation)
                continue;
            if (row.Text(title) is { } text)
                yield return Row(load, occupation, TitleKind.Reported, text, isShown: OnetLoad.Flag(row, shown));
            else
                load.Reject(row, "no-title", "Reported Job Title", "The title is missing.");
        }
    }

    private static CodedRow Row(
        OnetLoad load, OnetOccupation occupation, TitleKind kind, string text, string? abbreviation = null, string? sources = null, bool? isShown = null) =>
        new(occupation.Code, [load.Key, occupation.Code, occupation.Titles++, kind, text, abbreviation, sources, isShown]);
}
