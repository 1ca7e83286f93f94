using System.ComponentModel;
using ModelContextProtocol.Server;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Storage;

namespace Trellis.Interop.Mcp;

/// <summary>Competency models side by side.</summary>
public sealed class CompareTools(DbSource source)
{
    private static readonly string[] States = ["same", "reworded", "linked", "only-here"];

    [McpServerTool(Name = "compare_models", Title = "Compare competency models", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Two to four competency models side by side by what their statements say, wherever they stand: how much they share by tier, and the statements that are the same, reworded, or in one of them only.")]
    public async Task<object> CompareAsync(
        [Description("Two to four models, each as a slug, or slug@version for another version than the current one")] string[] models,
        [Description("Which statements to list: same, reworded, linked or only-here; all where not given")] string? state = null,
        [Description("The language to compare in, where all models have it: en or es")] string language = "en",
        [Description("Statements in the answer, 1 to 100")] int limit = 30,
        [Description("How many to pass over")] int offset = 0,
        CancellationToken stop = default)
    {
        McpQuestion.Window(limit, offset);
        if (state is not null && !States.Contains(state))
            throw McpQuestion.Fault($"state: Expected: {string.Join(", ", States)}.");
        await using var db = source.Open();
        var comparison = await CompareAsync(db, models, language, stop);
        var clusters = comparison.Clusters.Where(c => state is null || ComparisonNames.Of(c.State) == state).ToList();
        return new
        {
            models = comparison.Models.Select(m => new { m.Slug, version = m.Number, m.Title, m.Language, statements = m.Statements.Count }),
            comparison.OneLanguage,
            overlap = comparison.Overlap.Select(o => new { o.Tier, o.Title, models = o.Models.Select(m => new { m.Total, m.Same, m.Reworded, m.OnlyHere, m.Moved }) }),
            total = clusters.Count,
            offset,
            statements = clusters.Skip(offset).Take(limit).Select(c => new
            {
                state = ComparisonNames.Of(c.State),
                c.Moved,
                score = c.Score is { } score ? Math.Round(score, 3) : (double?)null,
                reasons = c.Links.Select(l => ComparisonNames.Of(l.Reason)).Distinct(),
                members = c.Members.Index().Where(m => m.Item is not null)
                    .Select(m => new { model = comparison.Models[m.Index].Slug, m.Item!.Id, number = m.Item.Notation, m.Item.Place.Tier, m.Item.Place.Heading, m.Item.Text }),
            }),
        };
    }

    private static async Task<ModelComparison> CompareAsync(Db db, string[] models, string language, CancellationToken stop)
    {
        try
        {
            return await ComparisonReader.CompareAsync(db, await ComparisonReader.FindAsync(db, [.. models.Select(ModelName.Parse)], language, stop), stop);
        }
        catch (UnusableInputException e)
        {
            throw McpQuestion.Fault($"models: {string.Join(" ", e.Problems.Select(p => p.Message))} search_models finds those there are.");
        }
    }
}
