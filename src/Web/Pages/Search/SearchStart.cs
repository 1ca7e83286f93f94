using Trellis.Core.Competencies.Search;
using Trellis.Core.Storage;

namespace Trellis.Web.Pages.Search;

/// <summary>Builds the search index while the program already answers, so that the first search need not wait.</summary>
public sealed partial class SearchStart(SearchIndex search, DbSource source, ILogger<SearchStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var db = source.Open();
            var index = await search.CurrentAsync(db, stoppingToken);
            Ready(log, index.Count, index.Segments.Count);
        }
        catch (Exception e) when (e is System.Data.Common.DbException)
        {
            // The first search builds it then, and says what is wrong.
            Late(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search covers {Nodes} nodes of {Frameworks} frameworks.")]
    private static partial void Ready(ILogger log, int nodes, int frameworks);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be built yet; the first search will try again.")]
    private static partial void Late(ILogger log, Exception error);
}
