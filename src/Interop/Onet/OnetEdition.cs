using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Onet;

/// <summary>Which release it is, as its Read Me or the name of the file tells.</summary>
internal static partial class OnetEdition
{
    /// <summary>Codes of the taxonomy of 2010 that the one of 2019 does not have.</summary>
    private static readonly string[] Codes2010 = ["15-1131.00", "15-1132.00", "15-1133.00", "15-1134.00", "29-2071.00"];

    public static void Complete(DataRelease release, ReleaseLoad load, OnetLoad onet)
    {
        var (edition, period) = ReadMe(load, onet) ?? (FromName(load), "");
        (release.Edition, release.Period) = (edition, period);
        release.Title = edition.Length > 0 ? $"O*NET {edition} Database" : "O*NET Database";
        release.Publisher = "U.S. Department of Labor, Employment and Training Administration";
        release.Taxonomy = Codes2010.Any(onet.Occupations.ContainsKey) ? "O*NET-SOC 2010" : "O*NET-SOC 2019";
        release.Attribution = $"This product includes information from the {release.Title} by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). "
            + "Used under the CC BY 4.0 license. O*NET(R) is a trademark of USDOL/ETA.";
        release.Gaps = OnetFiles.Missing(onet.FilesByKey.Keys.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Its first line is "O*NET 30.2 Database", its second "February 2026 Release".</summary>
    private static (string Edition, string Period)? ReadMe(ReleaseLoad load, OnetLoad onet)
    {
        if (!onet.FilesByKey.TryGetValue(OnetFiles.Key(OnetFiles.ReadMe), out var name))
            return null;
        using var reader = new StreamReader(load.Source.Open(name, buffered: true));
        if (FirstLine().Match(reader.ReadLine() ?? "") is not { Success: true } first)
        {
            load.Report.Add(Problem.Noted("no-edition", FormattableString.Invariant($"{name} line 1"), "The line does not name the release; it should be like \"{0}\".", "O*NET 30.2 Database"));
            return null;
        }
        var second = SecondLine().Match(reader.ReadLine() ?? "");
        return (first.Groups["edition"].Value, second.Success ? second.Groups["period"].Value : "");
    }

    private static string FromName(ReleaseLoad load)
    {
        var match = Number().Match(Path.GetFileNameWithoutExtension(load.Source.Name));
        var edition = match.Success ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups["whole"].ValueSpan}.{match.Groups["part"].ValueSpan}") : "";
        load.Report.Add(edition.Length > 0
            ? Problem.Noted("edition-from-name", load.Source.Name, "The release was taken to be {0} by the name of the file, as there is no Read Me that names it.", edition)
            : Problem.Noted("edition-unknown", load.Source.Name, "Neither a Read Me nor the name of the file tells which release this is."));
        return edition;
    }

    [GeneratedRegex(@"^O\*NET\S* (?<edition>\d+\.\d+) Database", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"^(?<period>\w+ \d{4}) Release", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecondLine();

    [GeneratedRegex(@"(?<whole>\d{2})[_.-](?<part>\d)(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
