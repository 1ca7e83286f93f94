using System.Text;

namespace Trellis.Core.Occupations.Tables;

/// <summary>
/// The ids by which O*NET's web services and SQL files call tables and columns. Source: O*NET Web Services reference, "Table column
/// information"; the titles are those of the text files.
/// </summary>
public static class OnetNames
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["Education, Training, and Experience"] = "education_training_experience",
        ["Education, Training, and Experience Categories"] = "ete_categories",
        ["Interests Illustrative Activities"] = "interests_illus_activities",
        ["Interests Illustrative Occupations"] = "interests_illus_occupations",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["date"] = "date_updated",
        ["index"] = "related_index",
    };

    private static readonly HashSet<string> Numbers =
    [
        "anchor_value", "category", "class_code", "commodity_code", "data_value", "family_code", "incumbents_responding", "job_zone",
        "lower_ci_bound", "maximum", "minimum", "n", "original_task_id", "percent", "related_index", "segment_code", "standard_error",
        "task_id", "upper_ci_bound",
    ];

    /// <summary>"Task Statements" is task_statements.</summary>
    public static string Table(string title) => Tables.GetValueOrDefault(title) ?? Words(title);

    /// <summary>"O*NET-SOC Code" is onetsoc_code, "Date" is date_updated.</summary>
    public static string Column(string title)
    {
        var words = Words(title);
        return Columns.GetValueOrDefault(words, words);
    }

    public static OnetColumnType TypeOf(string column) =>
        Numbers.Contains(column) ? OnetColumnType.Number : column == "date_updated" ? OnetColumnType.Date : OnetColumnType.Text;

    private static string Words(string title)
    {
        var id = new StringBuilder();
        foreach (var c in title.Replace("O*NET-SOC", "onetsoc", StringComparison.Ordinal).Replace("(s)", "s", StringComparison.Ordinal))
        {
            if (char.IsLetterOrDigit(c))
                id.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '_' && id.Length > 0 && id[^1] != '_')
                id.Append('_');
        }
        return id.ToString();
    }
}

/// <summary>What a column of an O*NET table holds, which says how it can be filtered.</summary>
public enum OnetColumnType
{
    Text,
    Number,
    Date,
}
