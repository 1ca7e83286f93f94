using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Search;

namespace Trellis.Interop.Titles;

/// <summary>
/// Reads the texts that name occupations from the files of an O*NET release, up to 30.2 or from 30.3 on, without a database: for
/// measurements, which leave parts of them out.
/// </summary>
public static class TitleRelease
{
    public static OccupationTexts Read(string path)
    {
        using var source = ReleaseSource.Open(path);
        return new()
        {
            Occupations = [.. Rows(source, true, ["Occupation Data.txt"], "Title", "Description").Select(r => new Occupation
            {
                ReleaseKey = 0,
                Code = r.Code,
                Soc = r.Code[..7],
                Title = r.First,
                Description = r.Second ?? "",
            })],
            Titles =
            [
                .. Rows(source, true, ["Alternate Titles.txt", "Job Titles.txt"], "Alternate Title|Job Title", "Short Title").Select(r => Title(r, TitleKind.Alternate)),
                .. Rows(source, false, ["Sample of Reported Titles.txt"], "Reported Job Title", "").Select(r => Title(r, TitleKind.Reported)),
            ],
            Tasks = [.. Rows(source, false, ["Task Statements.txt"], "Task", "").Select(r => new OccupationTask { ReleaseKey = 0, Code = r.Code, TaskId = r.Number, Text = r.First })],
            Technologies =
            [
                .. Rows(source, false, ["Technology Skills.txt", "Software Skills.txt"], "Example|Workplace Example", "Commodity Title|Element Name").Select(r => Technology(r, TechnologyKind.Software)),
                .. Rows(source, false, ["Tools Used.txt"], "Example", "Commodity Title").Select(r => Technology(r, TechnologyKind.Tool)),
            ],
        };
    }

    private static OccupationTitle Title(TextRow row, TitleKind kind) =>
        new() { ReleaseKey = 0, Code = row.Code, Ordinal = row.Number, Kind = kind, Text = row.First, Abbreviation = row.Second };

    private static OccupationTechnology Technology(TextRow row, TechnologyKind kind) => new()
    {
        ReleaseKey = 0,
        Code = row.Code,
        Ordinal = row.Number,
        Kind = kind,
        Example = row.First,
        CommodityCode = "",
        CommodityTitle = row.Second ?? "",
        IsHot = row.IsHot,
        IsInDemand = row.IsInDemand,
    };

    private static IEnumerable<TextRow> Rows(ReleaseSource source, bool isNeeded, string[] files, string first, string second)
    {
        var file = Array.Find(files, source.Has);
        if (file is null && isNeeded)
            throw new UnusableInputException(Problem.Rejected("no-titles", source.Name, "There is no file {0}. This is no O*NET release.", files[0]));
        return file is null ? [] : Read(source, file, first.Split('|'), second.Split('|'));
    }

    private static IEnumerable<TextRow> Read(ReleaseSource source, string file, string[] first, string[] second)
    {
        using var table = new TabFile(file, source.Open(file, buffered: true));
        var (code, text) = (table.Header.Need(file, "O*NET-SOC Code"), table.Header.Need(file, first));
        var (other, hot, demand) = (table.Header.Find(second), table.Header.Find("Hot Technology"), table.Header.Find("In Demand"));
        foreach (var row in table.Rows())
        {
            if (OnetSocCode.TryParse(row[code], out var known) && row.Text(text) is { } found)
                yield return new(known.Value, row.Number, found, row.Text(other), row[hot] == "Y", row[demand] == "Y");
        }
    }

    private sealed record TextRow(string Code, int Number, string First, string? Second, bool IsHot, bool IsInDemand);
}
