using Trellis.Interop;

namespace Trellis.Web.Pages.Data;

/// <summary>Does the loads that people asked for, as long as the program runs.</summary>
public sealed class DataJobService(DataJobNode node, ILogger<DataJobService> log) : BackgroundService
{
    /// <summary>How soon a load is seen that another node was asked for.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>There is something to do now.</summary>
    public void Wake()
    {
        if (_wake.CurrentCount == 0)
            _wake.Release();
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await node.CleanAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await WorkAsync(stoppingToken))
                    await _wake.WaitAsync(Poll, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>A load that fails through a fault of ours must not end those that come after it.</summary>
    private async Task<bool> WorkAsync(CancellationToken stop)
    {
        try
        {
            return await node.WorkAsync(stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            log.LogError(e, "A load of outside data failed.");
            return false;
        }
    }
}
