using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Real OpenSALT workbooks, each counted a second time here from its raw XML.</summary>
public sealed class OpenSaltFileTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("spreadsheet_import_sample.xlsx")]
    [InlineData("ccsso_ela.xlsx")]
    public async Task Workbook_Real_LoadsWithEveryRowCounted(string file)
    {
        var path = SharedData.Path("case/" + file);
        var (document, items, links) = (Rows(path, 1), Rows(path, 2), Rows(path, 3));
        var inside = items.Concat(document).Select(r => r["identifier"]).ToHashSet();

        var report = await TestImport.LoadTwiceAsync(path);

        Assert.Equal("opensalt-xlsx", report.Format);
        Assert.Equal((items.Count, links.Count), (report.Items, report.Associations));
        Assert.Equal(links.Count(r => !inside.Contains(r["originNodeIdentifier"]) || !inside.Contains(r["destinationNodeIdentifier"])), report.External);
        Assert.True(report is { Rejected: 0, Repaired: 0 }, TestImport.Told(report));
    }

    [Theory]
    [InlineData("spreadsheet_import_sample.xlsx", 5)]
    [InlineData("ccsso_ela.xlsx", 0)]
    public void Workbook_Real_HasTheTreeThatItsAssociationsTell(string file, int further)
    {
        var path = SharedData.Path("case/" + file);
        var document = Rows(path, 1)[0]["identifier"];
        var parents = Rows(path, 3).Where(r => r["associationType"] == "Is Child Of").ToDictionary(r => r["originNodeIdentifier"], r => r["destinationNodeIdentifier"]);

        var content = TestImport.ReadFile(path, ImportMode.Strict).Content;

        Assert.NotNull(content);
        Assert.Equal(parents, content.Statements.ToDictionary(s => s.Id.ToString(), s => s.ParentId?.ToString() ?? document));
        Assert.Equal(Rows(path, 2).ToDictionary(r => r["identifier"], r => r["fullStatement"].Trim()), content.Statements.ToDictionary(s => s.Id.ToString(), s => s.Text.ToString()));
        Assert.True(content.Alignments.Count >= further);
    }

    [Fact]
    public void Workbook_Real_HasTheTreeOfItsCsv()
    {
        var book = TestImport.ReadFile(SharedData.Path("case/ccsso_ela.xlsx")).Content!;
        var csv = TestImport.ReadFile(SharedData.Path("case/ccsso_ela_item.csv")).Content!;

        Assert.Equal(csv.Statements.Select(s => (s.Id, s.ParentId, s.Depth, s.Notation)), book.Statements.Select(s => (s.Id, s.ParentId, s.Depth, s.Notation)));
    }

    [Fact]
    public void Template_WhichIsAnEmptyForm_IsRefusedWithWhatItLacks()
    {
        var (content, report) = TestImport.ReadFile(SharedData.Path("case/spreadsheet_import_template.xlsx"));

        Assert.Null(content);
        Assert.Contains(report.Problems, p => p is { Code: "no-statements", Where: "CF Item" } && p.Message.Contains("one row for each statement", StringComparison.Ordinal));
    }

    /// <summary>The rows of a sheet of these files, whose texts are all shared and whose parts are named in order.</summary>
    private static List<Dictionary<string, string>> Rows(string path, int number)
    {
        using var zip = ZipFile.OpenRead(path);
        var shared = Load(zip, "xl/sharedStrings.xml").Elements(Main + "si").Select(s => string.Concat(s.Descendants(Main + "t").Select(t => t.Value))).ToList();
        var rows = Load(zip, $"xl/worksheets/sheet{number}.xml").Descendants(Main + "row")
            .Select(r => r.Elements(Main + "c").Where(c => c.Element(Main + "v") is not null).ToDictionary(
                c => ((string)c.Attribute("r")!).TrimEnd([.. "0123456789"]),
                c => (string?)c.Attribute("t") == "s" ? shared[int.Parse(c.Value, CultureInfo.InvariantCulture)] : c.Value))
            .Where(r => r.Count > 0).ToList();
        return [.. rows.Skip(1).Select(r => r.ToDictionary(c => rows[0][c.Key], c => c.Value))];
    }

    private static XElement Load(ZipArchive zip, string part)
    {
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream).Root!;
    }
}
