using Trellis.Core.Codes;

namespace Trellis.Interop.Onet;

/// <summary>One file of the O*NET database, as text parted by tabs or as CSV. Rows that do not have as many cells as the header are left out.</summary>
internal sealed class OnetFile : IDisposable
{
    private readonly ReleaseReport _report;
    private readonly IDisposable _file;
    private readonly IEnumerable<TableRow> _rows;

    public OnetFile(string fileName, string title, Stream stream, ReleaseReport report)
    {
        (Title, FileName, _report) = (title, fileName, report);
        if (fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            var csv = new CsvTable(fileName, stream);
            (_file, Header, _rows) = (csv, csv.Header, csv.Rows());
        }
        else
        {
            var text = new TabFile(fileName, stream);
            (_file, Header, _rows) = (text, text.Header, text.Rows());
        }
    }

    /// <summary>"Task Statements".</summary>
    public string Title { get; }

    public string FileName { get; }

    public TableHeader Header { get; }

    /// <summary>How many rows were read so far.</summary>
    public int Count { get; private set; }

    public int Need(params ReadOnlySpan<string> columns) => Header.Need(FileName, columns);

    public int Find(params ReadOnlySpan<string> columns) => Header.Find(columns);

    public IEnumerable<TableRow> Rows()
    {
        var width = Header.Names.Count;
        foreach (var row in _rows)
        {
            if (row.Cells.Count == width)
            {
                Count++;
                yield return row;
            }
            else
            {
                _report.Add(Problem.Rejected("cells-of-row", FormattableString.Invariant($"{row.Table} row {row.Number}"),
                    "The row has {0} cells, and the header {1}; the line may be cut off.", $"{row.Cells.Count}", $"{width}"));
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
