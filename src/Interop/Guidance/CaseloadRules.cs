using System.Globalization;
using Sylvan.Data.Csv;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Text;

namespace Trellis.Interop.Guidance;

/// <summary>
/// When customers are asked how it goes after their case was closed, and how long their records are kept: the tables that ship in
/// data/reference/guidance, or one of the same name in the data folder of an installation, which takes its place.
/// </summary>
public sealed record CaseloadRules(IReadOnlyList<FollowUpRule> FollowUps, IReadOnlyList<RetentionRule> Retention)
{
    private const string FollowUpFile = "follow-ups.csv", RetentionFile = "retention.csv";

    private const int MostDays = 36_525;

    /// <summary>The text of the rule that made a task; the name alone where the rule is gone.</summary>
    public LanguageText TextOf(string rule) => FollowUps.FirstOrDefault(f => f.Name == rule)?.Text ?? LanguageText.Of("en", rule);

    public static CaseloadRules Read(string dataFolder, string ownFolder) => new(
        [.. Rows(dataFolder, ownFolder, FollowUpFile).Select(r => new FollowUpRule(r("rule"), Days(r, FollowUpFile), Text(r)))],
        [.. Rows(dataFolder, ownFolder, RetentionFile).Select(r => new RetentionRule(r("rule"), Member<RetentionEvent>(r, "after"), Member<RetainedPart>(r, "part"), Days(r, RetentionFile), Text(r)))]);

    private static LanguageText Text(Func<string, string> row) => LanguageText.From([new("en", row("en")), new("es", row("es"))])!;

    private static int Days(Func<string, string> row, string file) =>
        int.TryParse(row("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays ? days
            : throw Fault(file, row, Problem.Rejected("rule-days", "days", "\"{0}\" is no whole number of days up to {1}.", row("days"), MostDays.ToString(CultureInfo.InvariantCulture)));

    private static T Member<T>(Func<string, string> row, string column)
        where T : struct, Enum =>
        Enum.TryParse<T>(row(column), out var member) && Enum.IsDefined(member) ? member
            : throw Fault(RetentionFile, row, Problem.Rejected("rule-word", column, "\"{0}\" is none of: {1}.", row(column), string.Join(", ", Enum.GetNames<T>())));

    private static UnusableInputException Fault(string file, Func<string, string> row, Problem problem) =>
        new(problem with { Where = string.Join('/', file, row("rule"), problem.Where) });

    private static IEnumerable<Func<string, string>> Rows(string dataFolder, string ownFolder, string name)
    {
        var own = Path.Combine(ownFolder, name);
        using var reader = CsvDataReader.Create(File.Exists(own) ? own : Path.Combine(dataFolder, "reference", "guidance", name));
        while (reader.Read())
            yield return column => reader.GetString(reader.GetOrdinal(column));
    }
}
