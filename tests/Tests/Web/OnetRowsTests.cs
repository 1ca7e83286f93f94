using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Trellis.Core.Occupations.Tables;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>The tables of the release as rows: nothing of the published files is lost, wherever it was loaded into.</summary>
public sealed class OnetRowsTests(OnetDatabase database)
{
    private readonly OnetApp _onet = database.App;

    /// <summary>Each table with every row of its file, cell by cell, in whatever order.</summary>
    [Fact]
    public async Task Rows_OfEveryTable_AreThoseOfItsFile()
    {
        using var zip = ZipFile.OpenRead(SharedData.Path("onet/db_30_2_text.zip"));
        var tables = (await _onet.GetAsync("/onet/database")).EnumerateArray().Select(t => (Id: OnetApiTests.Text(t, "table_id"), Title: OnetApiTests.Text(t, "title"))).ToList();

        Assert.Equal(38, tables.Count);
        // The large ones take long over HTTP; their figures are compared in the database. These cover every kind of table.
        foreach (var (id, title) in tables.Where(t => t.Id is not ("skills" or "knowledge" or "abilities" or "work_activities" or "work_styles" or "education_training_experience"
            or "technology_skills" or "tools_used" or "alternate_titles" or "occupation_level_metadata" or "related_occupations" or "tasks_to_dwas")))
        {
            var lines = Lines(zip, title);
            var columns = lines[0].Split('\t').Select(OnetNames.Column).ToList();
            Assert.Equal(lines.Skip(1).Select(l => Canonical(columns, l.Split('\t'))).Order(StringComparer.Ordinal), (await AllAsync(id, columns)).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("skills", "onetsoc_code.eq.29-1141.00", 70)]
    [InlineData("abilities", "onetsoc_code.eq.29-1141.00", 104)]
    [InlineData("education_training_experience", "onetsoc_code.eq.11-1011.00", 43)]
    [InlineData("alternate_titles", "onetsoc_code.eq.51-4041.00", 52)]
    [InlineData("occupation_level_metadata", "onetsoc_code.eq.11-1011.00", 45)]
    public async Task Rows_OfALargeTable_AreThoseOfItsFileForOneOccupation(string table, string filter, int expected)
    {
        using var zip = ZipFile.OpenRead(SharedData.Path("onet/db_30_2_text.zip"));
        var title = (await _onet.GetAsync("/onet/database")).EnumerateArray().Where(t => OnetApiTests.Text(t, "table_id") == table).Select(t => OnetApiTests.Text(t, "title")).Single();
        var lines = Lines(zip, title);
        var columns = lines[0].Split('\t').Select(OnetNames.Column).ToList();

        var rows = await AllAsync(table, columns, "&filter=" + filter);

        Assert.Equal(expected, rows.Count);
        Assert.Equal(lines.Where(l => l.StartsWith(filter[^10..], StringComparison.Ordinal)).Select(l => Canonical(columns, l.Split('\t'))).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("skills", "element_name.contains.reading&filter=scale_id.eq.im&filter=data_value.gte.4.5", 11)]
    [InlineData("skills", "recommend_suppress.eq.Y", 147)]
    [InlineData("knowledge", "standard_error.na", 14916)]
    [InlineData("abilities", "n.nna", 0)]
    [InlineData("occupation_data", "title.startswith.Register&filter=title.neq.Registered Nurses", 0)]
    [InlineData("job_zones", "date_updated.before.2014-01-01&filter=job_zone.eq.5", 8)]
    [InlineData("survey_booklet_locations", "scale_id.eq.LV&filter=survey_item_number.endswith.1b", 9)]
    public async Task Rows_Filtered_MeetEveryFilter(string table, string filter, int expected)
    {
        var total = (await _onet.GetAsync($"/onet/database/rows/{table}?end=5&filter={filter}")).GetProperty("total").GetInt32();

        Assert.Equal(expected, total);
    }

    [Fact]
    public async Task Rows_Sorted_BeginWithTheHighest()
    {
        var rows = (await _onet.GetAsync("/onet/database/rows/skills?sort=data_value.descending&filter=scale_id.eq.IM&end=50")).GetProperty("row").EnumerateArray().ToList();
        Assert.Equal(rows.Select(r => r.GetProperty("data_value").GetDouble()).OrderDescending(), rows.Select(r => r.GetProperty("data_value").GetDouble()));

        var kept = (await _onet.GetAsync("/onet/database/rows/unspsc_reference?sort=commodity_code.descending&end=3")).GetProperty("row").EnumerateArray().ToList();
        Assert.Equal(kept.Select(r => r.GetProperty("commodity_code").GetDouble()).OrderDescending(), kept.Select(r => r.GetProperty("commodity_code").GetDouble()));
    }

    [Fact]
    public async Task Row_OfARating_IsWrittenAsTheServicesOfOnetWriteIt()
    {
        var row = (await _onet.GetAsync("/onet/database/rows/knowledge?end=1")).GetProperty("row")[0];

        Assert.Equal(
            """{"onetsoc_code":"11-1011.00","title":"Chief Executives","element_id":"2.C.1.a","element_name":"Administration and Management","scale_id":"IM","scale_name":"Importance","data_value":4.78,"n":28,"standard_error":0.1102,"lower_ci_bound":4.5564,"upper_ci_bound":5,"recommend_suppress":"N","not_relevant":null,"date_updated":"2023-08-01","domain_source":"Incumbent"}""",
            row.GetRawText());
        var info = await _onet.GetAsync("/onet/database/info/knowledge");
        Assert.Equal(row.EnumerateObject().Select(c => c.Name), info.GetProperty("column").EnumerateArray().Select(c => OnetApiTests.Text(c, "column_id")));
        Assert.Equal("O*NET-SOC Code", OnetApiTests.Text(info.GetProperty("column")[0], "title"));
    }

    private async Task<List<string>> AllAsync(string table, List<string> columns, string filter = "")
    {
        var rows = new List<string>();
        for (var start = 1; ; start += 2000)
        {
            var page = await _onet.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/onet/database/rows/{table}?start={start}&end={start + 1999}{filter}"));
            rows.AddRange(page.GetProperty("row").EnumerateArray().Select(r => string.Join('|', columns.Select(c => Cell(r.GetProperty(c))))));
            if (!page.TryGetProperty("next", out _))
                return rows;
        }
    }

    private static string[] Lines(ZipArchive zip, string title)
    {
        using var reader = new StreamReader(zip.Entries.Single(e => e.Name == title + ".txt").Open(), Utf8.Strict);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')).ToArray();
    }

    private static string Canonical(List<string> columns, string[] cells) => string.Join('|', cells.Select((cell, i) => cell is "n/a" or "" ? "" : OnetNames.TypeOf(columns[i]) switch
    {
        OnetColumnType.Number => Number(cell),
        OnetColumnType.Date => $"{cell[3..]}-{cell[..2]}-01",
        _ => cell,
    }));

    private static string Cell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Number => cell.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => cell.GetString()!,
    };

    private static string Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : cell;
}
