using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>An in-demand rule: its words in every language, who published it, and how it calls its labels.</summary>
public sealed record DemandRuleResource(string Name, string Version, string Effective, string Citation)
{
    public required IReadOnlyDictionary<string, string> Title { get; init; }
    public required IReadOnlyDictionary<string, string> Words { get; init; }
    public IReadOnlyDictionary<string, string>? Note { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels { get; init; }

    public static DemandRuleResource Of(InDemandRule rule) => new(rule.Name, rule.Version, rule.Effective, rule.Citation)
    {
        Title = rule.Title.Values,
        Words = rule.Words.Values,
        Note = rule.Note?.Values,
        Labels = rule.Labels.OrderBy(l => l.Key).ToDictionary(l => ApiAnswer.Word(l.Key), l => l.Value.Values),
    };
}

/// <summary>An in-demand list, page by page, with what it rests on.</summary>
public sealed record DemandListResource(int Total, int Offset, int Limit, IReadOnlyList<DemandResource> Items)
{
    public required AreaResource Area { get; init; }
    public required DemandRuleResource Rule { get; init; }

    /// <summary>How many occupations of the area have each label, whatever page is asked for.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
    public required IReadOnlyList<SourceResource> Sources { get; init; }
}

/// <summary>An occupation on an in-demand list: the label that holds, what the rule says, what the board put in its place, and every condition.</summary>
public sealed record DemandResource(string Soc, string? Title, string? Label, string Standing)
{
    public string? RuleLabel { get; init; }
    public required IReadOnlyList<string> Possible { get; init; }
    public DemandOverrideResource? Override { get; init; }
    public required IReadOnlyList<string> Marks { get; init; }
    public required IReadOnlyList<ConditionResource> Conditions { get; init; }

    public static DemandResource Of(AreaDemand demand, InDemandEntry entry) => new(
        entry.Occupation.Value, demand.Titles.GetValueOrDefault(entry.Occupation), Word(entry.Label), ApiAnswer.Word(entry.Outcome.Standing))
    {
        RuleLabel = Word(entry.Outcome.Label),
        Possible = [.. entry.Outcome.Possible.Select(p => ApiAnswer.Word(p))],
        Override = entry.Override is { } board ? new(Word(board.Label), board.RuleVersion, board.Who, board.When, board.Why) : null,
        Marks = [.. entry.Outcome.Marks.Where(m => m.Judgment.Verdict == Verdict.Passed).Select(m => m.Finding.Name)],
        Conditions = [.. ConditionResource.Of(entry.Outcome)],
    };

    private static string? Word(DemandLabel? label) => label is { } known ? ApiAnswer.Word(known) : null;
}

/// <summary>What a board put in place of a rule's label.</summary>
public sealed record DemandOverrideResource(string? Label, string RuleVersion, string Who, DateTimeOffset When, string Why);

/// <summary>A condition of a rule and how it came out. Wages are dollars, growth and shares are rates.</summary>
public sealed record ConditionResource(string Part, string Measure, string? Years, string Comparison, string Yardstick, double Factor)
{
    public required FigureResource Value { get; init; }

    /// <summary>What the value was held against, already multiplied.</summary>
    public required FigureResource Threshold { get; init; }

    /// <summary>passed, failed or not-judged.</summary>
    public required string Verdict { get; init; }
    public required IReadOnlyList<MissingResource> Missing { get; init; }

    public static IEnumerable<ConditionResource> Of(RuleOutcome outcome) =>
    [
        .. (outcome.Scope?.Conditions ?? []).Select(c => Of("scope", c)),
        .. outcome.Findings.SelectMany(f => f.Judgment.Conditions.Select(c => Of(f.Finding.Name, c))),
        .. outcome.Decisions.SelectMany(d => d.Conditions).Select(c => Of("decision", c)),
        .. outcome.Marks.SelectMany(m => m.Judgment.Conditions.Select(c => Of(m.Finding.Name, c))),
    ];

    private static ConditionResource Of(string part, Judgment judgment)
    {
        var condition = (Condition)judgment.Criterion;
        var isMoney = condition.Measure.IsWage();
        return new(part, ApiAnswer.Word(condition.Measure), judgment.Horizon?.Name, ApiAnswer.Word(condition.Comparison), ApiAnswer.Word(condition.Yardstick), condition.Value)
        {
            Value = isMoney ? FigureResource.Dollars(judgment.Value) : FigureResource.Of(judgment.Value),
            Threshold = isMoney ? FigureResource.Dollars(judgment.Threshold) : FigureResource.Of(judgment.Threshold),
            Verdict = ApiAnswer.Word(judgment.Verdict),
            Missing = [.. judgment.Missing.Select(m => new MissingResource(ApiAnswer.Word(m.Measure), m.OfArea ? "area" : "occupation", m.Years, ApiAnswer.Word(m.State)))],
        };
    }
}

/// <summary>A figure for the lack of which a condition could not be judged.</summary>
public sealed record MissingResource(string Measure, string Of, int? Years, string State);
