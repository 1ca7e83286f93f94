using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Trellis.Tests.Support;

/// <summary>Makes small releases of the O*NET database, as a ZIP archive in its publisher's layout.</summary>
public static class TestRelease
{
    /// <summary>An edition with as many occupations as are named, and the wanted number of other titles of the first.</summary>
    public static byte[] Onet(string edition, IReadOnlyList<string> titles, int otherTitles = 0)
    {
        var occupations = titles.Select((title, i) => $"{Code(i)}\t{title}\tDoes what {title} do.");
        var others = Enumerable.Range(0, otherTitles).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Code(0)}\tOther title {i}\tn/a\t08"));
        return Zip(
            ("Read Me.txt", $"O*NET {edition} Database\n"),
            ("Occupation Data.txt", Table("O*NET-SOC Code\tTitle\tDescription", occupations)),
            ("Alternate Titles.txt", Table("O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)", others)));
    }

    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry("db/" + name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }
        return memory.ToArray();
    }

    private static string Table(string header, IEnumerable<string> rows) => string.Concat(rows.Prepend(header).Select(r => r + "\r\n"));

    private static string Code(int i) => string.Create(CultureInfo.InvariantCulture, $"11-{1000 + i}.00");
}
