using System.ComponentModel;
using ModelContextProtocol.Server;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop.Mcp;

/// <summary>Competency models: found, and read in parts.</summary>
public sealed class ModelTools(DbSource source, SearchIndex index)
{
    private const int MostModels = 20;
    private const int MostNodes = 200;

    [McpServerTool(Name = "search_models", Title = "Search competency models", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Finds statements of competency models by their words, with the model, the place and the reason for each, and the models whose titles fit. Without a query it lists all models.")]
    public async Task<object> SearchAsync(
        [Description("Words, \"phrases\", -words to leave out; nothing lists all models")] string? query = null,
        [Description("A NAICS code of the industry, such as 62 or 31-33")] string? industry = null,
        [Description("Only statements of this model, by its slug")] string? model = null,
        [Description("The language of the answer and of the query: en or es")] string language = "en",
        [Description("Statements in the answer, 1 to 100")] int limit = 10,
        CancellationToken stop = default)
    {
        McpQuestion.Window(limit, 0);
        await using var db = source.Open();
        var models = await FrameworkList.FindAsync(db, new() { Text = query, Industry = industry }, stop);
        List<ModelLine> lines = [.. models.Take(MostModels).Select(m => ModelLine.Of(m, language))];
        if (string.IsNullOrWhiteSpace(query))
            return new { totalModels = models.Count, models = lines };
        var found = await index.SearchAsync(db, new()
        {
            Text = McpQuestion.Text("query", query),
            Language = LanguageText.Primary(language),
            Filter = new() { Industry = industry is null ? null : IndustrySector.Of(industry), Framework = model },
            PageSize = limit,
        }, stop);
        return new
        {
            totalStatements = found.Result.Total,
            statements = found.Hits.Select(h => SearchLine.Of(h, found.Result, language)).ToList(),
            found.Result.HasSomeWordsOnly,
            corrections = found.Result.Corrections,
            totalModels = models.Count,
            models = lines,
        };
    }

    [McpServerTool(Name = "get_framework", Title = "One competency model", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("A competency model: who publishes it, its notice, its versions, and its upper levels in reading order. Parts below are asked for with get_statements.")]
    public async Task<object> FrameworkAsync(
        [Description("The slug of the model")] string model,
        [Description("The number of a version; the current one where not given")] string? version = null,
        [Description("How many levels of the tree, 1 to 4")] int levels = 2,
        [Description("The language of the answer: en or es")] string language = "en",
        CancellationToken stop = default)
    {
        if (levels is < 1 or > 4)
            throw McpQuestion.Fault("levels: Expected: 1 to 4.");
        await using var db = source.Open();
        var found = await McpQuestion.ModelAsync(db, model, version, stop);
        var page = (await new OutlinePart { Levels = levels }.PageAsync(db, found.Version.Key, null, language, 0..MostNodes, stop))!.Value;
        return new
        {
            model = ModelLine.Of(found, language),
            description = found.Version.Description?.In(language),
            notice = found.Version.Notice?.In(language),
            published = found.Version.PublishedAt,
            found.Version.ChangeSummary,
            found.Version.Sources,
            versions = (await ModelCatalog.VersionsAsync(db, found.Framework, stop)).Select(v => new { v.Number, status = v.Status.ToString(), v.PublishedAt, v.ChangeSummary }),
            tree = page.Nodes.Select(n => new { node = StatementLine.Of(n, language), below = n.Size }),
            isWhole = page.Nodes.Count == page.Total && page.Total == found.Version.Nodes,
        };
    }

    [McpServerTool(Name = "get_statements", Title = "Statements of a competency model", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("The statements of a competency model in reading order, all or those of a kind, a tier, below a heading or with certain words; page by page.")]
    public async Task<object> StatementsAsync(
        [Description("The slug of the model")] string model,
        [Description("The number of a version; the current one where not given")] string? version = null,
        [Description("tier, block, behaviorGroup, keyBehavior, criticalWorkFunction, technicalContentArea, item or occupation")] string? kind = null,
        [Description("A tier, 1 to 9")] int? tier = null,
        [Description("The id of a heading: it and what stands below it")] string? below = null,
        [Description("Words that must all stand in a statement")] string? query = null,
        [Description("The language of the answer: en or es")] string language = "en",
        [Description("Statements in the answer, 1 to 100")] int limit = 50,
        [Description("How many to pass over")] int offset = 0,
        CancellationToken stop = default)
    {
        McpQuestion.Window(limit, offset);
        await using var db = source.Open();
        var found = await McpQuestion.ModelAsync(db, model, version, stop);
        var part = new OutlinePart
        {
            Kind = McpQuestion.Member<StatementKind>("kind", kind),
            Tiers = McpQuestion.Tier(tier) is { } one ? [one] : [],
            Root = McpQuestion.Id("below", below),
        };
        var page = await part.PageAsync(db, found.Version.Key, StatementFilter.Parse(query), language, offset..(int)Math.Min(int.MaxValue, (long)offset + limit), stop)
            ?? throw McpQuestion.Fault($"below: '{model}' has no statement '{below}'.");
        return new
        {
            model = found.Slug,
            version = found.Version.Number,
            publisher = found.Framework.Publisher,
            notice = found.Version.Notice?.In(language),
            page.Total,
            offset,
            statements = page.Nodes.Select(n => StatementLine.Of(n, language)),
        };
    }
}
