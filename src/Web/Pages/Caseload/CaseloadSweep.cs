using Trellis.Core.Access;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Interop.Guidance;

namespace Trellis.Web.Pages.Caseload;

/// <summary>Once a day, on one node, deletes what is kept of customers longer than the rules say.</summary>
public sealed class CaseloadSweep(DbSource source, CaseloadRules rules, TimeProvider clock, ILogger<CaseloadSweep> log) : BackgroundService
{
    private const string Work = "caseload sweep";

    private static readonly TimeSpan Poll = TimeSpan.FromHours(1);

    private readonly string _node = Guid.NewGuid().ToString("N");

    /// <summary>Sweeps where nobody has today; tells whether this node did.</summary>
    public async Task<bool> SweepAsync(CancellationToken stop)
    {
        await using var db = source.Open();
        var now = clock.GetUtcNow();
        if (!await DailyWork.TakeAsync(db, Work, _node, now, stop))
            return false;
        await new RetentionSweep(db).RunAsync(rules.Retention, isDryRun: false, new Change("Trellis", now, "daily", "Kept as long as the rules say"), stop);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // The program answers first; nobody waits for what goes.
                await Task.Delay(Poll, clock, stoppingToken);
                await SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "What is kept too long could not be deleted.");
            }
        }
    }
}
