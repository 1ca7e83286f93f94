using System.Globalization;
using System.Text.RegularExpressions;
using Sylvan.Data.Csv;
using Trellis.Core.Codes;

namespace Trellis.Tests.Interop;

/// <summary>The form of the starter set's files as data/starter/schema.csv has it, and what in a folder is not of that form.</summary>
public sealed partial class StarterSchema
{
    private readonly List<Column> _columns;

    private StarterSchema(List<Column> columns) => _columns = columns;

    public IEnumerable<string> Files => _columns.Select(c => c.File).Distinct();

    public static StarterSchema Read(string folder) => new([.. Rows(folder, "schema.csv")
        .Select(r => new Column(r.Cells["file"], r.Cells["column"], r.Cells["form"], r.Cells["needed"] == "yes", r.Cells["key"] == "yes"))]);

    public List<string> Faults(string folder)
    {
        var files = Files.ToDictionary(f => f, f => Rows(folder, f), StringComparer.Ordinal);
        var unknown = Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)).Where(f => f != "schema.csv" && !files.ContainsKey(f));
        return [.. unknown.Select(f => $"{f} is not in the schema"), .. files.Where(f => f.Value.Count > 0).SelectMany(f => Faults(f.Key, f.Value, files))];
    }

    private IEnumerable<string> Faults(string file, List<Row> rows, Dictionary<string, List<Row>> files)
    {
        var columns = _columns.FindAll(c => c.File == file);
        foreach (var name in rows[0].Cells.Keys.Where(k => !columns.Exists(c => c.Name == k)))
            yield return $"{file} has a column {name}, which the schema does not know";
        foreach (var column in columns)
        {
            var allowed = Allowed(column.Form, files);
            foreach (var row in rows)
            {
                var cell = row.Cells.GetValueOrDefault(column.Name);
                if (string.IsNullOrEmpty(cell) ? column.Needed || (cell is not null && column.Form == "figure") : !Fits(column.Form, cell, allowed))
                    yield return $"{file} row {row.Number}, {column.Name}: '{cell}' is not {column.Form}";
            }
        }
        var keys = columns.FindAll(c => c.Key);
        foreach (var same in rows.GroupBy(r => string.Join(" | ", keys.Select(k => r.Cells.GetValueOrDefault(k.Name)))).Where(g => g.Count() > 1))
            yield return $"{file} rows {string.Join(", ", same.Select(r => r.Number))} have the same key: {same.Key}";
    }

    /// <summary>The values that a reference or a choice allows; null where the form is none of these.</summary>
    private static HashSet<string>? Allowed(string form, Dictionary<string, List<Row>> files)
    {
        var parts = form.Split('=', 2);
        return parts[0] switch
        {
            "one" or "many" => [.. parts[1].Split('/')],
            "ref" or "refs" => [.. files[parts[1].Split('/')[0]].Select(r => r.Cells[parts[1].Split('/')[1]])],
            "place" => [.. files["areas.csv"].Select(r => r.Cells["area"]), "us"],
            _ => null,
        };
    }

    private static bool Fits(string form, string cell, HashSet<string>? allowed) => form.Split('=')[0] switch
    {
        "one" or "ref" or "place" => allowed!.Contains(cell),
        "many" or "refs" => List(cell).All(allowed!.Contains),
        "text" or "list" => cell.Trim() == cell,
        "name" => Name().IsMatch(cell),
        "whole" => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "number" => IsNumber(cell),
        "figure" => cell is "suppressed" or "not-reported" or "not-applicable" || IsNumber(cell.StartsWith(">=", StringComparison.Ordinal) ? cell[2..] : cell),
        "yes-no" => cell is "yes" or "no",
        "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _),
        "url" => Uri.TryCreate(cell, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps,
        "zip" => Zip().IsMatch(cell),
        "onet-soc" => OnetSocCode.TryParse(cell, out _),
        "soc" => Soc().IsMatch(cell),
        "socs" => List(cell).All(c => Soc().IsMatch(c)),
        "cip" => CipCode.TryParse(cell, out var cip) && cip.Value == cell,
        "cips" => List(cell).All(c => CipCode.TryParse(c, out var one) && one.Value == c),
        "naics" => Naics().IsMatch(cell),
        "element" => Element().IsMatch(cell),
        "area" => AreaCode.TryParse(cell, out _),
        _ => false,
    };

    private static string[] List(string cell) => cell.Split(';');

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static List<Row> Rows(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            return [];
        using var reader = CsvDataReader.Create(path);
        var rows = new List<Row>();
        while (reader.Read())
            rows.Add(new(reader.RowNumber + 1, Enumerable.Range(0, reader.FieldCount).ToDictionary(i => reader.GetName(i), i => reader.GetString(i))));
        return rows;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.-]*$", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{5}(-\d{4})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Zip();

    [GeneratedRegex(@"^\d{2}-\d{4}$", RegexOptions.None, 1000)]
    private static partial Regex Soc();

    [GeneratedRegex(@"^\d{2}(-\d{2}|\d{0,4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Naics();

    [GeneratedRegex(@"^\d(\.[A-Z](\.\d+(\.[a-z0-9]+)*)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Element();

    private sealed record Column(string File, string Name, string Form, bool Needed, bool Key);

    private sealed record Row(int Number, Dictionary<string, string> Cells);
}
