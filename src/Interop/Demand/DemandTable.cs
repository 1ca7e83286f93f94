using System.Globalization;
using System.Text.Json;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Interop.Demand;

/// <summary>An in-demand list as a table for spreadsheets: labels, who changed them, and of every condition the value, what it was held against, and how it came out.</summary>
public static class DemandTable
{
    private const int CentsPerDollar = 100;

    private static readonly string[] First =
        ["soc", "occupation", "label", "label of the rule", "possible labels", "label of the board", "by", "on", "why", "missing", "area", "rule", "version", "sources"];

    public static OutgoingTable Of(AreaDemand demand, IReadOnlyList<InDemandEntry> entries)
    {
        var asked = entries.SelectMany(e => Conditions(e).Keys).Distinct().ToList();
        var sources = string.Join("; ", demand.Releases.Select(r => $"{r.Title}, {r.Period}"));
        return new("In demand", [.. First, .. asked.SelectMany(a => new[] { Name(a), Name(a) + ": held against", Name(a) + ": holds" })], [.. entries.Select(Row)]);

        IReadOnlyList<OutgoingCell> Row(InDemandEntry entry)
        {
            var conditions = Conditions(entry);
            return
            [
                entry.Occupation.Value, demand.Titles.GetValueOrDefault(entry.Occupation), Word(entry.Label), Standing(entry.Outcome),
                string.Join("; ", entry.Outcome.Possible.Select(p => Word(p))), Word(entry.Override?.Label), entry.Override?.Who,
                entry.Override?.When.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.Override?.Why,
                string.Join("; ", entry.Outcome.Missing.Select(Missing)), demand.List.Area.ToString(), demand.List.Rule.Name, demand.List.Rule.Version, sources,
                .. asked.SelectMany(a => Cells(a, conditions.GetValueOrDefault(a))),
            ];
        }
    }

    private static string? Word(Enum? value) => value is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string? Standing(RuleOutcome outcome) => outcome.Label is { } label ? Word(label) : Word(outcome.Standing);

    private static Dictionary<(Condition Condition, Horizon? Horizon), Judgment> Conditions(InDemandEntry entry)
    {
        var outcome = entry.Outcome;
        var all = (outcome.Scope?.Conditions ?? []).Concat(outcome.Findings.Concat(outcome.Marks).SelectMany(f => f.Judgment.Conditions)).Concat(outcome.Decisions.SelectMany(d => d.Conditions));
        var found = new Dictionary<(Condition, Horizon?), Judgment>();
        foreach (var judgment in all)
            found.TryAdd(((Condition)judgment.Criterion with { Horizon = null }, judgment.Horizon), judgment);
        return found;
    }

    private static IEnumerable<OutgoingCell> Cells((Condition Condition, Horizon? Horizon) asked, Judgment? judgment)
    {
        double unit = asked.Condition.Measure.IsWage() ? CentsPerDollar : 1;
        return judgment is null ? [default, default, default]
            : [OutgoingCell.Of(judgment.Value, unit), OutgoingCell.Of(judgment.Threshold, unit), judgment.Verdict switch { Verdict.Passed => "yes", Verdict.Failed => "no", _ => "not judged" }];
    }

    private static string Name((Condition Condition, Horizon? Horizon) asked)
    {
        var condition = asked.Condition;
        var years = asked.Horizon is { } horizon ? $" ({horizon.Name} years)" : "";
        var number = condition.Value.ToString(CultureInfo.InvariantCulture);
        var standard = condition.Yardstick == Yardstick.None ? number : $"{number} x {Word(condition.Yardstick)}";
        return $"{Word(condition.Measure)}{years} {Word(condition.Comparison)} {standard}";
    }

    private static string Missing(MissingMeasure missing) =>
        $"{Word(missing.Measure)}{(missing.Years is { } years ? FormattableString.Invariant($" ({years} years)") : "")}{(missing.OfArea ? " of the area" : "")}: {Word(missing.State)}";
}
