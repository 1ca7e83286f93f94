using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Starter;

/// <summary>The occupations of the starter set, with what belongs to them.</summary>
internal static class StarterOccupations
{
    private static readonly string[] Rated = ["1.A", "2.A", "2.B", "2.C", "4.A"];

    public static StarterKind Kind { get; } = new(
        ReleaseKinds.Onet,
        [
            "occupations.csv", "titles.csv", "tasks.csv", "ratings.csv", "elements.csv", "scales.csv", "scale-points.csv", "job-zones.csv", "technologies.csv",
            "related.csv",
        ],
        WriteAsync);

    private static async Task WriteAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop)
    {
        await WriteOccupationsAsync(files, rows, stop);
        await WriteRatingsAsync(files, rows, stop);
        await WriteReferenceAsync(files, rows, stop);
    }

    private static async Task WriteOccupationsAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop)
    {
        var rated = files.Rows("ratings.csv").Where(r => Rated.Any(e => r["element"].StartsWith(e + ".", StringComparison.Ordinal))).Select(r => r["code"]).ToHashSet();
        var described = files.Rows("tasks.csv").Select(r => r["code"]).ToHashSet();
        await rows.InsertAsync("occupations",
            [Key, Text("code"), Text("soc"), Text("title"), Text("description"), Whole("job_zone"), Flag("has_ratings"), Flag("has_data")],
            files.Rows("occupations.csv").Select(r => new object?[]
            {
                rows.Key, r["code"], Soc(r["code"]), r["title"], r["description"], r.Whole("job_zone"), rated.Contains(r["code"]), described.Contains(r["code"]),
            }), stop);
        await rows.InsertAsync("occupation_titles",
            [Key, Text("code"), Whole("ordinal"), Text("kind"), Text("text"), Text("abbreviation")], Titles(files, rows.Key), stop);
        await rows.InsertAsync("occupation_tasks",
            [Key, Text("code"), Whole("task_id"), Text("text"), Text("type")],
            files.Rows("tasks.csv").Select(r => new object?[] { rows.Key, r["code"], r.Whole("number"), r["text"], r.Text("type") }), stop);
        await rows.InsertAsync("occupation_technologies",
            [Key, Text("code"), Whole("ordinal"), Text("kind"), Text("example"), Text("commodity_code"), Text("commodity_title"), Flag("is_hot"), Flag("is_in_demand")],
            Numbered(files.Rows("technologies.csv")).Select(n => new object?[]
            {
                rows.Key, n.Row["code"], n.Ordinal, n.Row.Choice<TechnologyKind>("kind"), n.Row["example"], n.Row["commodity_code"], n.Row["commodity_title"],
                n.Row.YesNo("hot") ?? false, n.Row.YesNo("in_demand") ?? false,
            }), stop);
        await rows.InsertAsync("occupation_related",
            [Key, Text("code"), Text("related_code"), Text("tier"), Whole("rank")],
            files.Rows("related.csv").Select(r => new object?[] { rows.Key, r["code"], r["related_code"], r["tier"], r.Whole("rank") }), stop);
    }

    private static Task WriteRatingsAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop) => rows.InsertAsync("occupation_ratings",
        [Key, Text("code"), Text("element_id"), Text("scale"), Whole("category"), Number("value"), Flag("is_uncertain"), Flag("is_not_relevant")],
        files.Rows("ratings.csv").Select(r => new object?[]
        {
            rows.Key, r["code"], r["element"], r["scale"], r.Whole("category") ?? 0, r.Number("value"), false, r.YesNo("not_relevant"),
        }), stop);

    private static async Task WriteReferenceAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop)
    {
        await rows.InsertAsync("occupation_elements", [Key, Text("id"), Text("name"), Text("description")],
            files.Rows("elements.csv").Select(r => new object?[] { rows.Key, r["element"], r["name"], r["description"] }), stop);
        await rows.InsertAsync("occupation_scales", [Key, Text("id"), Text("name"), Number("lowest"), Number("highest")],
            files.Rows("scales.csv").Select(r => new object?[] { rows.Key, r["scale"], r["name"], r.Number("lowest"), r.Number("highest") }), stop);
        await rows.InsertAsync("occupation_scale_points", [Key, Text("element_id"), Text("scale"), Whole("value"), Text("description"), Flag("is_category")],
            files.Rows("scale-points.csv").Select(r => new object?[] { rows.Key, r["element"], r["scale"], r.Whole("value"), r["description"], r.YesNo("category") ?? false }), stop);
        await rows.InsertAsync("occupation_job_zones",
            [Key, Whole("zone"), Text("name"), Text("experience"), Text("education"), Text("training"), Text("examples"), Text("svp_range")],
            files.Rows("job-zones.csv").Select(r => new object?[]
            {
                rows.Key, r.Whole("zone"), r["name"], r["experience"], r["education"], r["training"], r["examples"], r["svp_range"],
            }), stop);
    }

    /// <summary>The official title of each occupation, which comes first, and then its others.</summary>
    private static IEnumerable<object?[]> Titles(StarterFiles files, int key) =>
        files.Rows("occupations.csv").Select(r => new object?[] { key, r["code"], 0, TitleKind.Official, r["title"], null })
            .Concat(Numbered(files.Rows("titles.csv")).Select(n => new object?[]
            {
                key, n.Row["code"], n.Ordinal, n.Row.Choice<TitleKind>("kind"), n.Row["text"], n.Row.Text("abbreviation"),
            }));

    /// <summary>Rows with their number within their occupation, from 1.</summary>
    private static IEnumerable<(StarterRow Row, int Ordinal)> Numbered(IEnumerable<StarterRow> rows) =>
        rows.GroupBy(r => r["code"]).SelectMany(g => g.Select((row, i) => (row, i + 1)));

    private static string Soc(string code) => OnetSocCode.TryParse(code, out var onet) ? onet.Soc : throw new InvalidDataException($"data/starter/occupations.csv: '{code}' is no O*NET-SOC code.");

    private static BulkColumn Key { get; } = new("release_key", typeof(int));

    private static BulkColumn Text(string name) => new(name, typeof(string));

    private static BulkColumn Whole(string name) => new(name, typeof(int));

    private static BulkColumn Number(string name) => new(name, typeof(double));

    private static BulkColumn Flag(string name) => new(name, typeof(bool));
}
