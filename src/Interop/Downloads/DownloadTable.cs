namespace Trellis.Interop.Downloads;

/// <summary>A table of the database as data/reference/downloads.csv lists it: given out as a file, or left out for a reason.</summary>
public sealed record DownloadTable(string Table, string File, string Title, string Note, string LeftOut)
{
    private static readonly Lazy<List<DownloadTable>> List = new(() => [.. ShippedData.Rows("downloads.csv")
        .Select(cell => new DownloadTable(cell("table"), cell("file"), cell("title"), cell("note"), cell("left_out")))]);

    public static IReadOnlyList<DownloadTable> All => List.Value;

    /// <summary>The tables that anybody may have.</summary>
    public static IEnumerable<DownloadTable> Public => All.Where(t => t.File.Length > 0);

    public static DownloadTable? Find(string file) => Public.FirstOrDefault(t => t.File == file);

    public string FileName => File + ".jsonl.gz";
}

/// <summary>On what terms data of a kind may be used, in our words; the publisher's page is the one that counts.</summary>
public sealed record DownloadTerms(string License, string? Address, string? Note)
{
    private static readonly Lazy<Dictionary<string, DownloadTerms>> List = new(() => ShippedData.Rows("licenses.csv")
        .ToDictionary(cell => cell("kind"), cell => new DownloadTerms(cell("license"), Text(cell("address")), Text(cell("note"))), StringComparer.Ordinal));

    /// <summary>The terms of a kind of release, or of "frameworks", "areas" and "own", which come in no release.</summary>
    public static DownloadTerms Of(string kind) => List.Value.TryGetValue(kind, out var terms) ? terms : new("As the publisher says", null, null);

    public static bool Knows(string kind) => List.Value.ContainsKey(kind);

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;
}
