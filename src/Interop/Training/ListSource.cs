using Trellis.Core.Codes;

namespace Trellis.Interop.Training;

/// <summary>The files of a source that one mapping knows, by the table that each is.</summary>
internal sealed class ListSource
{
    private readonly Dictionary<string, (TableMapping Table, ListTable List)> _files;

    private ListSource(ListMapping mapping, Dictionary<string, (TableMapping, ListTable)> files) => (Mapping, _files) = (mapping, files);

    public ListMapping Mapping { get; }

    /// <summary>Looks into every file of the source; the mapping that knows <paramref name="needed"/> is taken.</summary>
    public static ListSource Find(ReleaseLoad load, params ReadOnlySpan<string> needed)
    {
        var lists = load.Source.Files.Where(ListTable.CanRead).Order(StringComparer.OrdinalIgnoreCase).Select(f => ListTable.Open(load.Source, f, static _ => { })).ToList();
        foreach (var mapping in ListMapping.All)
        {
            var files = new Dictionary<string, (TableMapping, ListTable)>(StringComparer.Ordinal);
            foreach (var (name, table) in mapping.Tables)
            {
                if (lists.Find(l => ListColumns.Fits(table, l.Header)) is { } list)
                    files[name] = (table, list);
            }
            foreach (var name in needed)
            {
                if (files.ContainsKey(name))
                    return new(mapping, files);
            }
        }
        throw new UnusableInputException(Problem.Rejected("unknown-list", load.Source.Name,
            "No file here has the columns of a known list. Known lists: {0}. Another list is described by a mapping in data/reference/mappings.",
            string.Join("; ", ListMapping.All.Select(m => m.Title).Distinct())));
    }

    public bool Has(string table) => _files.ContainsKey(table);

    /// <summary>The rows of a table; none where no file holds it.</summary>
    public IEnumerable<ListRow> Read(ReleaseLoad load, string table)
    {
        if (!_files.TryGetValue(table, out var found))
            yield break;
        var columns = new ListColumns(found.Table, found.List.Header);
        foreach (var row in found.List.Rows)
            yield return new(Mapping, columns, row, load.Report.Add);
    }

    /// <summary>Completes the release with what the mapping says of it.</summary>
    public void Describe(ReleaseLoad load)
    {
        var release = load.Release;
        (release.Scope, release.Title, release.Publisher) = (Mapping.Scope, Mapping.Title, Mapping.Publisher);
        (release.Edition, release.Period, release.Taxonomy, release.Attribution) = (Mapping.Edition, Mapping.Period, Mapping.Taxonomy, Mapping.Attribution);
        release.Gaps = Mapping.Gaps;
        foreach (var file in load.Source.Files.Except(_files.Values.Select(f => f.List.File), StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
            load.Report.Add(Problem.Noted("file-not-read", file, "This file is no part of the list that was loaded, and was not read."));
    }
}
