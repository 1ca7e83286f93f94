using Trellis.Core.Occupations.Coding;
using Trellis.Core.Storage;

namespace Trellis.Web.Pages.Occupations;

/// <summary>Builds the search over occupations, and lets the title coder learn, while the program already answers.</summary>
public sealed partial class OccupationStart(CoderSource coders, DbSource source, ILogger<OccupationStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var db = source.Open();
            if (await coders.CurrentAsync(db, stoppingToken) is { } loaded)
                Ready(log, loaded.Coder.Occupations.Count, loaded.Release.Title);
        }
        catch (Exception e) when (e is System.Data.Common.DbException)
        {
            // The first search builds it then, and says what is wrong.
            Late(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search and coding cover {Occupations} occupations of {Release}.")]
    private static partial void Ready(ILogger log, int occupations, string release);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search over occupations could not be built yet; the first search will try again.")]
    private static partial void Late(ILogger log, Exception error);
}
