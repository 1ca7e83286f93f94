using System.Text;
using Sylvan.Data.Csv;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>Reads a large CSV file with a header row by row. Bytes that are not UTF-8, and quotes that do not pair, end the file with their row.</summary>
public sealed class CsvTable : IDisposable
{
    private readonly CsvDataReader _reader;
    private readonly string _name;
    private int _row = 1;

    public CsvTable(string name, Stream stream)
    {
        _name = name;
        var text = new StreamReader(stream, Utf8.Strict, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        _reader = Guarded(() => CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', MaxBufferSize = 1 << 20, Comment = '\uFFFF' }));
        Header = new(Cells() ?? []);
    }

    public TableHeader Header { get; }

    /// <summary>The rows below the header; empty ones are passed over.</summary>
    public IEnumerable<TableRow> Rows()
    {
        while (Cells() is { } cells)
        {
            _row++;
            if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                yield return new(_name, _row, cells);
        }
    }

    public void Dispose() => _reader.Dispose();

    private string[]? Cells() => Guarded(() =>
    {
        if (!_reader.Read())
            return null;
        var cells = new string[_reader.RowFieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = _reader.GetString(i);
        return cells;
    });

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CsvFormatException or DecoderFallbackException or InvalidDataException)
        {
            throw new UnusableInputException(Problem.Rejected("not-csv-rows", FormattableString.Invariant($"{_name}, after row {_row}"),
                "From here on the file is not CSV in UTF-8: {0}", e.Message));
        }
    }
}
