using Trellis.Core.Codes;

namespace Trellis.Interop.Onet;

/// <summary>The columns that the ratings of elements and of tasks have in common.</summary>
internal sealed class RatingCells(OnetLoad load, OnetFile file)
{
    private const int MostCategories = 99;

    public static readonly (string Name, Type Type)[] Columns =
    [
        ("value", typeof(double)), ("raters", typeof(int)), ("standard_error", typeof(double)), ("lower_bound", typeof(double)),
        ("upper_bound", typeof(double)), ("is_uncertain", typeof(bool)),
    ];

    private readonly int _scale = file.Need("Scale ID");
    private readonly int _category = file.Find("Category");
    private readonly int _value = file.Need("Data Value");
    private readonly int _raters = file.Find("N");
    private readonly int _error = file.Find("Standard Error");
    private readonly int _lower = file.Find("Lower CI Bound");
    private readonly int _upper = file.Find("Upper CI Bound");
    private readonly int _suppress = file.Find("Recommend Suppress");
    private readonly int _date = file.Find("Date", "Date Updated");
    private readonly int _source = file.Find("Domain Source");

    /// <summary>The rating of a row; null, and the row is reported, where it has no value, scale or category that could be one.</summary>
    public Rating? Read(TableRow row)
    {
        if (load.Elements.Scale(row, _scale) is not { } scale)
            return null;
        if (row.Number64(_value) is not { } value)
        {
            load.Reject(row, "no-value", "Data Value", "\"{0}\" is no number.", row[_value]);
            return null;
        }
        // A high point is the number of an interest or value. Zero is none, also where the list of scales begins at 1.
        if (!(value == 0 && scale.Id is ("IH" or "VH")) && (value < scale.Lowest || value > scale.Highest))
        {
            load.Reject(row, "out-of-scale", "Data Value", "{0} is outside the scale {1}.", row[_value], scale.Id);
            return null;
        }
        var category = 0;
        if (row.Text(_category) is not null)
        {
            category = row.Number32(_category) ?? 0;
            if (category is < 1 or > MostCategories)
            {
                load.Reject(row, "no-category", "Category", "\"{0}\" is no category. Categories are counted from 1.", row[_category]);
                return null;
            }
        }
        return new(row, scale, category, value)
        {
            Raters = row.Number32(_raters),
            StandardError = row.Number64(_error),
            LowerBound = row.Number64(_lower),
            UpperBound = row.Number64(_upper),
            IsUncertain = OnetLoad.Flag(row, _suppress),
            Date = row.Text(_date),
            Source = row.Text(_source),
        };
    }
}

/// <summary>One value on one scale while it is read.</summary>
internal readonly record struct Rating(TableRow Row, OnetScale Scale, int Category, double Value)
{
    public int? Raters { get; init; }
    public double? StandardError { get; init; }
    public double? LowerBound { get; init; }
    public double? UpperBound { get; init; }
    public bool? IsUncertain { get; init; }
    public string? Date { get; init; }
    public string? Source { get; init; }

    /// <summary>A number that no other rating of the same occupation or task has: what is rated, a scale (10 bits) and a category (7).</summary>
    public long KeyOf(int rated) => (((long)rated << 10) + Scale.Index << 7) + Category;
}
