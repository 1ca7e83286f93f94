using System.Collections.Concurrent;

namespace Trellis.Core.Storage.Releases;

/// <summary>
/// Reads rows of a file on another thread while those before them are written, about a thousand ahead. The rows must not come from the
/// database that they go to. A fault while reading is thrown where the rows are taken.
/// </summary>
internal static class RowsAhead
{
    private const int BatchSize = 256;
    private const int BatchesAhead = 4;

    public static IEnumerable<object?[]> Of(IEnumerable<object?[]> rows)
    {
        using var end = new CancellationTokenSource();
        using var batches = new BlockingCollection<List<object?[]>>(BatchesAhead);
        var reading = Task.Run(() => Read(rows, batches, end.Token));
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable())
            {
                foreach (var row in batch)
                    yield return row;
            }
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            end.Cancel();
            Task.WaitAny([reading], CancellationToken.None);
        }
    }

    private static void Read(IEnumerable<object?[]> rows, BlockingCollection<List<object?[]>> batches, CancellationToken end)
    {
        try
        {
            var batch = new List<object?[]>(BatchSize);
            foreach (var row in rows)
            {
                batch.Add(row);
                if (batch.Count < BatchSize)
                    continue;
                batches.Add(batch, end);
                batch = new(BatchSize);
            }
            batches.Add(batch, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Whoever takes the rows has stopped, and says why.
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
