using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;

namespace Trellis.Interop.Mcp;

/// <summary>Occupations: found from what people say, and coded from job titles.</summary>
public sealed class OccupationTools(DbSource source, OccupationIndex index, CoderSource coders)
{
    private const int Most = 20;

    [McpServerTool(Name = "find_occupation", Title = "Find an occupation", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("The occupations that a text may mean: a title or its beginning, an everyday name, a code, a tool, a program or a task. Each with what it was found by.")]
    public async Task<object> FindAsync(
        [Description("What somebody calls the work, or a code such as 29-1141")] string text,
        [Description("Occupations in the answer, 1 to 20")] int limit = 10,
        CancellationToken stop = default)
    {
        CheckLimit(limit);
        await using var db = source.Open();
        var loaded = await index.CurrentAsync(db, stop);
        var release = loaded.Release ?? throw NothingLoaded();
        return new { source = SourceResource.Of(release), occupations = loaded.Search.Find(McpQuestion.Text("text", text), limit).Select(FoundLine.Of) };
    }

    [McpServerTool(Name = "code_title", Title = "Code a job title", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("The occupations (O*NET-SOC and SOC codes) that a job title most probably means, each with a confidence and a reason. severalFit says that the title alone does not tell.")]
    public async Task<object> CodeAsync(
        [Description("A job title as an employer or a person writes it")] string title,
        [Description("What the worker does, in a sentence or two")] string? duties = null,
        [Description("The employer's industry, a NAICS code of two to six digits")] string? industry = null,
        [Description("Candidates in the answer, 1 to 20")] int limit = 5,
        CancellationToken stop = default)
    {
        CheckLimit(limit);
        await using var db = source.Open();
        var loaded = await coders.CurrentAsync(db, stop) ?? throw NothingLoaded();
        return CodedLine.Of(loaded.Coder.Code(new(McpQuestion.Text("title", title), duties, industry), limit));
    }

    private static void CheckLimit(int limit)
    {
        if (limit is < 1 or > Most)
            throw McpQuestion.Fault(FormattableString.Invariant($"limit: Expected: 1 to {Most}."));
    }

    private static McpException NothingLoaded() => new("No occupations have been loaded on this server yet.");
}
