using Trellis.Core.Codes;

namespace Trellis.Interop.Starter;

/// <summary>A row of a file of the starter set, its cells by the names of their columns. A cell that is not what it should be ends the start: the file is ours.</summary>
internal sealed class StarterRow(TableHeader header, TableRow row)
{
    private const int CentsInDollar = 100;

    /// <summary>The cell; empty where the file does not have the column.</summary>
    public string this[string column] => row[header.Find(column)];

    public string? Text(string column) => this[column] is { Length: > 0 } text ? text : null;

    public int? Whole(string column) => Text(column) is null ? null : row.Number32(header.Find(column)) ?? throw Wrong(column, "whole number");

    public double? Number(string column) => Text(column) is null ? null : row.Number64(header.Find(column)) ?? throw Wrong(column, "number");

    public bool? YesNo(string column) => this[column] switch
    {
        "" => null,
        "yes" => true,
        "no" => false,
        _ => throw Wrong(column, "yes or no"),
    };

    public IReadOnlyList<string> List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public T Choice<T>(string column) where T : struct, Enum =>
        Enum.TryParse<T>(this[column], out var value) && Enum.IsDefined(value) ? value : throw Wrong(column, string.Join(" or ", Enum.GetNames<T>()));

    /// <summary>A number that its source could have published, or why it did not.</summary>
    public Figure Figure(string column) => this[column] switch
    {
        "" or "not-reported" => Core.Codes.Figure.NotReported,
        "suppressed" => Core.Codes.Figure.Suppressed,
        "not-applicable" => Core.Codes.Figure.NotApplicable,
        ['>', '=', .. var number] when double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var highest) => Core.Codes.Figure.TopCoded(highest),
        _ => Core.Codes.Figure.Of(Number(column)!.Value),
    };

    /// <summary>A figure in dollars, in whole cents.</summary>
    public Figure Cents(string column) => Figure(column) is { HasValue: true } dollars ? dollars with { Value = Math.Round(dollars.Value!.Value * CentsInDollar) } : Figure(column);

    private InvalidDataException Wrong(string column, string right) => new($"data/starter/{row.Where(column)}: '{this[column]}' is no {right}.");
}
