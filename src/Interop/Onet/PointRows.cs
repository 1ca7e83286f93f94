namespace Trellis.Interop.Onet;

/// <summary>What points of scales mean: anchors of levels, and the answers of questions with categories.</summary>
internal static class PointRows
{
    private static readonly string[] Files =
    [
        "Level Scale Anchors", "Education, Training, and Experience Categories", "Education Categories", "Training and Experience Categories",
        "Work Context Categories", "Task Categories",
    ];

    public static Task WriteAsync(OnetLoad load)
    {
        var seen = new HashSet<(string, string, int, bool)>();
        return load.InsertAsync("occupation_scale_points",
            OnetLoad.Columns(("element_id", typeof(string)), ("scale", typeof(string)), ("value", typeof(int)), ("description", typeof(string)), ("is_category", typeof(bool))),
            Files.Select(f => load.Open(f)).OfType<OnetFile>().SelectMany(f => Rows(load, f, seen)));
    }

    private static IEnumerable<object?[]> Rows(OnetLoad load, OnetFile file, HashSet<(string, string, int, bool)> seen)
    {
        var isCategory = file.Find("Category") >= 0;
        var (element, name, scale) = (file.Find("Element ID"), file.Find("Element Name"), file.Need("Scale ID"));
        var (value, text) = isCategory ? (file.Need("Category"), file.Need("Category Description")) : (file.Need("Anchor Value"), file.Need("Anchor Description"));
        foreach (var row in file.Rows())
        {
            var id = row[element];
            if (load.Elements.Scale(row, scale) is not { } found || (element >= 0 && load.Elements.Element(row, element, name) is null))
                continue;
            if (row.Number32(value) is not { } number)
                load.Reject(row, "no-point", file.Header.Names[value], "\"{0}\" is no whole number.", row[value]);
            else if (!seen.Add((id, found.Id, number, isCategory)))
                load.Reject(row, "twice", file.Header.Names[value], "{0} stands in the file before.", $"{id} {found.Id} {number}");
            else
                yield return [load.Key, id, found.Id, number, row[text], isCategory];
        }
    }
}
