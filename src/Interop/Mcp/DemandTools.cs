using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Server;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;

namespace Trellis.Interop.Mcp;

/// <summary>Which occupations are in demand, by a published rule.</summary>
public sealed class DemandTools(DbSource source, IReadOnlyList<InDemandRule> rules)
{
    [McpServerTool(Name = "get_demand", Title = "Occupations in demand", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("The occupations of an area under a published rule of being in demand: the label of each, whether the board put it in place of the rule's, and for what lack of figures one could not be judged.")]
    public async Task<object> DemandAsync(
        [Description("The code of an area, such as us or region-three-rivers")] string area = "us",
        [Description("The name of a rule; the first of the server where not given. An unknown one is answered with the names there are")] string? rule = null,
        [Description("Only this occupation or family, by its code or the beginning of it: 29-1141, 29")] string? occupation = null,
        [Description("Only this label: in-demand, balanced, not-in-demand, not-judged or out-of-scope")] string? label = null,
        [Description("Occupations in the answer, 1 to 100")] int limit = 30,
        [Description("How many to pass over")] int offset = 0,
        CancellationToken stop = default)
    {
        McpQuestion.Window(limit, offset);
        var used = rule is null ? rules[0] : rules.FirstOrDefault(r => r.Name == rule) ?? throw McpQuestion.Fault($"rule: Expected: {string.Join(", ", rules.Select(r => r.Name))}.");
        await using var db = source.Open();
        var place = await McpQuestion.AreaAsync(db, area, stop);
        if (!AreaCode.TryParse(place.Code, out var code))
            throw new InvalidDataException($"The area {place.Code} has no code of an area.");
        var demand = await AreaDemand.ReadAsync(db, used, code, stop);
        var start = occupation is { Length: > 7 } ? occupation.Trim()[..7] : occupation?.Trim() ?? "";
        var shown = demand.List.Entries.Where(e => (label is null || LabelOf(e) == label) && e.Occupation.Value.StartsWith(start, StringComparison.Ordinal)).ToList();
        return new
        {
            area = new { place.Code, place.Name },
            rule = new { used.Name, title = used.Title.In("en"), words = used.Words.In("en"), used.Citation, used.Effective },
            counts = demand.List.Entries.CountBy(LabelOf).OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value),
            total = shown.Count,
            offset,
            occupations = shown.Skip(offset).Take(limit).Select(e => Entry(demand, e)),
            sources = demand.Releases.Select(SourceResource.Of),
        };
    }

    private static object Entry(AreaDemand demand, InDemandEntry entry) => new
    {
        soc = entry.Occupation.Value,
        title = demand.Titles.GetValueOrDefault(entry.Occupation),
        label = LabelOf(entry),
        byTheBoard = entry.Override is not null,
        conditions = entry.Outcome.Findings.Select(f => f.Judgment).Concat(entry.Outcome.Decisions).SelectMany(j => j.Conditions)
            .Select(c => new { measure = Word(((Condition)c.Criterion).Measure), verdict = Word(c.Verdict), missing = c.Missing.Count > 0 ? c.Missing.Select(m => Word(m.Measure)).Distinct() : null }).Distinct(),
    };

    /// <summary>The label that holds, or why there is none.</summary>
    private static string LabelOf(InDemandEntry entry) => entry.Label is { } label ? Word(label) : Word(entry.Outcome.Standing);

    private static string Word(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
