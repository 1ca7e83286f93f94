using Trellis.Core.Codes;
using Trellis.Core.Occupations.Tables;
using Trellis.Core.Storage;

namespace Trellis.Interop.Onet;

/// <summary>A load of the O*NET database under way: its files, and what the rows of one file must know of the others.</summary>
internal sealed class OnetLoad(ReleaseLoad load)
{
    private const int SmallNumbers = 256;

    private static readonly object Yes = true;
    private static readonly object No = false;
    private static readonly object[] Small = [.. Enumerable.Range(0, SmallNumbers).Select(n => (object)n)];

    private readonly Dictionary<string, string> _files = Files(load.Source);
    private OnetOccupation? _latest;

    /// <summary>The occupations of the release in the order of their file, by code.</summary>
    public Dictionary<string, OnetOccupation> Occupations { get; } = new(StringComparer.Ordinal);

    public OnetElements Elements { get; } = new(load.Report);

    /// <summary>The files that were read, with the rows found in each.</summary>
    public List<OnetFile> Read { get; } = [];

    public int Key => load.Rows.Key;

    public ReleaseReport Report => load.Report;

    public IReadOnlyDictionary<string, string> FilesByKey => _files;

    /// <summary>The first of these files that the source has; null where it has none. It is closed with the load.</summary>
    public OnetFile? Open(params ReadOnlySpan<string> titles)
    {
        foreach (var title in titles)
        {
            if (_files.TryGetValue(OnetFiles.Key(title), out var name))
                return OpenFile(name, title);
        }
        return null;
    }

    public OnetFile OpenFile(string fileName, string title)
    {
        var file = new OnetFile(fileName, title, load.Source.Open(fileName, buffered: true), load.Report);
        Read.Add(file);
        return file;
    }

    /// <summary>The occupation that a row speaks of. Rows of codes that are none, or that the release does not have, are left out.</summary>
    public OnetOccupation? Occupation(TableRow row, int place)
    {
        var code = row[place];
        if (_latest?.Code == code)
            return _latest;
        if (Occupations.TryGetValue(code, out var occupation))
            return _latest = occupation;
        if (OnetSocCode.TryParse(code, out _))
            Reject(row, "unknown-occupation", "O*NET-SOC Code", "The file Occupation Data has no occupation {0}.", code);
        else
            Reject(row, "no-onet-code", "O*NET-SOC Code", "\"{0}\" is no O*NET-SOC code. Codes look like 29-1141.00.", code);
        return null;
    }

    public void Reject(TableRow row, string code, string column, string sentence, params string[] values) =>
        load.Report.Add(Problem.Rejected(code, row.Where(column), sentence, values));

    public Task InsertAsync(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows) =>
        load.Rows.InsertAsync(table, columns, rows, load.Stop);

    public void Close()
    {
        foreach (var file in Read)
            file.Dispose();
    }

    /// <summary>"Y" and "N"; null for anything else.</summary>
    public static bool? Flag(TableRow row, int place) => row[place] switch { "Y" => true, "N" => false, _ => null };

    /// <summary>A cell of a row to be written; the few values that stand in very many rows are boxed once.</summary>
    public static object? Cell(bool? flag) => flag switch { true => Yes, false => No, null => null };

    public static object? Cell(int? number) => number is >= 0 and < SmallNumbers ? Small[number.Value] : number;

    public static BulkColumn[] Columns(params (string Name, Type Type)[] columns) =>
        [new("release_key", typeof(int)), .. columns.Select(c => new BulkColumn(c.Name, c.Type))];

    private static Dictionary<string, string> Files(ReleaseSource source)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in source.Files.Where(f => f.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
            files.TryAdd(OnetFiles.Key(name), name);
        return files;
    }

    /// <summary>Whether the rows of a file can be made again of the tables they go into; if not, the file is kept as it is too.</summary>
    public static bool IsRebuilt(OnetFile file) => OnetViews.Find(OnetNames.Table(file.Title)) is { } view
        && file.Header.Names.All(n => view.Columns.Contains(OnetNames.Column(n)));
}
