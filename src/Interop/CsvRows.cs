using System.Buffers;
using Sylvan.Data.Csv;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>A row of a CSV file. <paramref name="Number"/> is what a spreadsheet program shows beside it.</summary>
public sealed record CsvRow(int Number, string[] Cells)
{
    /// <summary>Characters that no text of a database may hold.</summary>
    public static readonly SearchValues<char> Banned = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except("\t\r\n")]);

    public bool IsEmpty => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    /// <summary>The sheet that the row stands in, where it is none of a CSV file.</summary>
    public CsvSheet? Sheet { get; init; }

    /// <summary>The row itself, where no column is meant.</summary>
    public string Place => Sheet?.Where(Number, "") ?? FormattableString.Invariant($"row {Number}");

    public string Where(string column) => Sheet?.Where(Number, column) ?? FormattableString.Invariant($"row {Number}, {column}");
}

/// <summary>A sheet of a workbook whose rows are read as those of a CSV file are, and where its columns stand.</summary>
public sealed record CsvSheet(string Name, IReadOnlyDictionary<string, int> Columns)
{
    public string Where(int row, string column) => Columns.TryGetValue(column, out var place)
        ? FormattableString.Invariant($"{Name}!{SheetRow.Letters(place)}{row}")
        : FormattableString.Invariant($"{Name}!{row}");
}

/// <summary>Reads the rows of a CSV file one after the other, as ragged as they are. A fault in the quotes ends the file.</summary>
public static class CsvRows
{
    public const int MostColumns = 1000;

    /// <summary>In characters: far more than a statement with all its links needs.</summary>
    private const int LargestRow = 4 * 1024 * 1024;

    /// <summary>Column names of the first row that is not empty and no "#key,value", for telling formats apart.</summary>
    public static IReadOnlyList<string> Header(ImportSource source)
    {
        try
        {
            return Read(source, static _ => { }).FirstOrDefault(r => !r.IsEmpty && !r.Cells[0].StartsWith('#'))?.Cells ?? [];
        }
        catch (UnusableInputException)
        {
            return [];
        }
    }

    public static IEnumerable<CsvRow> Read(ImportSource source, Action<Problem> note)
    {
        var text = CsvText.Decode(source, note);
        using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = CsvText.Delimiter(text),
            BufferSize = 64 * 1024,
            MaxBufferSize = LargestRow,
            ResultSetMode = ResultSetMode.SingleResult,
            // Lines that begin with # are ours to read; no file holds this character.
            Comment = '\uFFFF',
        });
        for (var number = 1; Next(reader, number); number++)
        {
            var cells = new string[reader.RowFieldCount];
            if (cells.Length > MostColumns)
                throw Unusable("too-many-columns", number, "The row has {0} cells; {1} are the most that are read.", $"{cells.Length}", $"{MostColumns}");
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            yield return new(number, cells);
        }
    }

    private static bool Next(CsvDataReader reader, int number)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw Unusable("row-too-large", number, "The row is longer than {0} characters, or a quotation mark is opened in it and never closed.", $"{LargestRow}");
        }
        catch (CsvInvalidCharacterException e)
        {
            throw Unusable("broken-quotes", number,
                "The quotation marks do not pair from here on: {0} Write a quotation mark inside a text twice.", e.Message);
        }
        catch (CsvFormatException e)
        {
            throw Unusable("not-csv", number, "From here on the file is not CSV: {0}", e.Message);
        }
    }

    private static UnusableInputException Unusable(string code, int number, string sentence, params string[] values) =>
        new(Problem.Rejected(code, FormattableString.Invariant($"row {number}"), sentence, values));
}
