namespace Trellis.Core.Occupations.Tables;

/// <summary>
/// How the rows of a file of the O*NET database are made again of the tables they were loaded into: a query with the column ids of
/// O*NET, over the release {0}. Dates are written as O*NET's services write them, "2023-08-01".
/// </summary>
public sealed record OnetView(string Sql, IReadOnlyList<string> Columns, string Order)
{
    public static OnetView Of(string from, string order, params (string Id, string Expression)[] columns) => new(
        $"select {string.Join(", ", columns.Select(c => $"{c.Expression} as {c.Id}"))} from {from}", [.. columns.Select(c => c.Id)], order);
}
