using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Trellis.Core.Occupations.Tables;

/// <summary>Which rows of an O*NET table are wanted: those that meet all filters, sorted, from one place to another, counted from 1.</summary>
public sealed record OnetRowQuery(IReadOnlyList<OnetFilter> Filters, IReadOnlyList<OnetSort> Sorts, int Start, int End)
{
    public bool IsPlain => Filters.Count == 0 && Sorts.Count == 0;

    public int Count => End - Start + 1;

    /// <summary>Writes the conditions, " where …"; the names of columns were checked when the filters were read.</summary>
    internal string Where(DbCommand command)
    {
        var sql = new StringBuilder();
        foreach (var filter in Filters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@f{command.Parameters.Count}");
            var test = Test(filter, parameter);
            if (filter.Operator != OnetFilter.Missing)
                command.Parameters.Add(parameter);
            sql.Append(sql.Length == 0 ? " where " : " and ").Append(Negated(filter, test));
        }
        return sql.ToString();
    }

    /// <summary>Writes the order, " order by …"; rows that are alike in it keep the table's own order.</summary>
    internal string OrderBy(string order) =>
        " order by " + string.Join(", ", Sorts.Select(s => s.Column + (s.IsDescending ? " desc" : "")).Append(order));

    private static string Negated(OnetFilter filter, string test) => filter switch
    {
        { IsNegated: false } => test,
        { Operator: OnetFilter.Missing } => $"not ({test})",
        _ => $"({filter.Column} is null or not ({test}))",
    };

    private static string Test(OnetFilter filter, DbParameter parameter)
    {
        if (filter.Operator == OnetFilter.Missing)
            return $"{filter.Column} is null";
        if (filter.Type != OnetColumnType.Text)
        {
            parameter.Value = filter.Type == OnetColumnType.Number ? filter.Number : filter.Value;
            var sign = filter.Operator switch { "lt" or "before" => "<", "lte" or "onbefore" => "<=", "gt" or "after" => ">", "gte" or "onafter" => ">=", _ => "=" };
            return $"{filter.Column} {sign} {parameter.ParameterName}";
        }
        var text = Escaped(filter.Value.ToLowerInvariant());
        parameter.Value = filter.Operator switch { "contains" => $"%{text}%", "startswith" => $"{text}%", "endswith" => $"%{text}", _ => text };
        return $"lower({filter.Column}) like {parameter.ParameterName} escape '\\'";
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
