using System.Text;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>
/// Reads tables of text whose cells are parted by tabs and never quoted, as O*NET publishes them: a quotation mark is a character
/// like any other. Bytes that are not UTF-8 end the file with their line.
/// </summary>
public sealed class TabFile : IDisposable
{
    private readonly StreamReader _reader;
    private readonly string _name;
    private string[] _above = [];
    private int _line = 1;

    public TabFile(string name, Stream stream)
    {
        _name = name;
        _reader = new(stream, Utf8.Strict, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        Header = new(Line()?.Split('\t') ?? []);
    }

    public TableHeader Header { get; }

    /// <summary>The rows below the header; empty lines are passed over.</summary>
    public IEnumerable<TableRow> Rows()
    {
        while (Line() is { } line)
        {
            _line++;
            if (line.Length > 0)
                yield return new(_name, _line, _above = Cells(line));
        }
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>The cells of a line. Most are those of the line above again, and need no text of their own.</summary>
    private string[] Cells(string line)
    {
        var cells = new string[1 + line.AsSpan().Count('\t')];
        var rest = line.AsSpan();
        for (var i = 0; i < cells.Length; i++)
        {
            var end = rest.IndexOf('\t');
            var cell = end < 0 ? rest : rest[..end];
            cells[i] = i < _above.Length && cell.SequenceEqual(_above[i]) ? _above[i] : cell.ToString();
            rest = rest[(end + 1)..];
        }
        return cells;
    }

    private string? Line()
    {
        try
        {
            return _reader.ReadLine();
        }
        catch (InvalidDataException)
        {
            throw new UnusableInputException(Problem.Rejected("broken-file-in-zip", FormattableString.Invariant($"{_name}, after line {_line}"), "The ZIP archive is damaged here. Download it again."));
        }
        catch (DecoderFallbackException)
        {
            throw new UnusableInputException(Problem.Rejected("not-utf-8-lines", FormattableString.Invariant($"{_name}, after line {_line}"), "These bytes are not UTF-8 text."));
        }
    }
}
