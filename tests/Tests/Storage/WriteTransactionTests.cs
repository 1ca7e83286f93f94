using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Storage;

/// <summary>Writers of one process wait in a queue where the database has one writer, and get on with other processes.</summary>
public sealed class WriteTransactionTests : IAsyncLifetime
{
    private TestDb _test = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_OfOneProcess_ComeInTheOrderOfAsking()
    {
        await using var first = _test.Open();
        var order = new List<int>();
        var waiting = new List<Task>();
        await using (await first.BeginWriteAsync(Stop))
        {
            for (var i = 0; i < 5; i++)
                waiting.Add(WriteAsync(i, order));
            Assert.Empty(order);
        }
        await Task.WhenAll(waiting);

        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    [Fact]
    public async Task Writer_WhoWaitsTooLong_FailsWithAPassingError()
    {
        await using var first = _test.Open();
        await using var second = _test.Open();
        second.Database.SetCommandTimeout(1);
        await using var held = await first.BeginWriteAsync(Stop);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => second.BeginWriteAsync(Stop));

        Assert.True(second.Engine.IsPassing(error));
    }

    [Fact]
    public async Task Writer_WhoseTurnFailed_LeavesTheTurnToTheNext()
    {
        await using var first = _test.Open();
        using var stopped = new CancellationTokenSource();
        await using (await first.BeginWriteAsync(Stop))
        {
            await using var second = _test.Open();
            var waiting = second.BeginWriteAsync(stopped.Token);
            await stopped.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await using var next = _test.Open();
        await using var write = await next.BeginWriteAsync(Stop);
    }

    /// <summary>A source of its own has a queue of its own, as another process has: it meets this one at the file alone.</summary>
    [Fact]
    public async Task Writer_OfAnotherProcess_IsWaitedFor()
    {
        var elsewhere = new DbSource(Engine.For(_test.Location));
        await using var other = elsewhere.Open();
        await using var own = _test.Open();
        var held = await other.BeginWriteAsync(Stop);
        var waiting = Task.Run(async () =>
        {
            await using var write = await own.BeginWriteAsync(Stop);
            own.Add(AuditEntry.Of(TestModel.Change, "test write", "one", null, null));
            await own.SaveChangesAsync(Stop);
            await write.CommitAsync(Stop);
        }, Stop);
        // That somebody still waits can only be seen after a while.
        await Task.Delay(50, Stop);
        Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();
        await waiting;

        Assert.Equal(1, await own.AuditEntries.CountAsync(a => a.Action == "test write", Stop));
    }

    private async Task WriteAsync(int number, List<int> order)
    {
        await using var db = _test.Open();
        await using var write = await db.BeginWriteAsync(Stop);
        order.Add(number);
        await write.CommitAsync(Stop);
    }

    public async ValueTask InitializeAsync() => _test = await TestDb.SqliteAsync();

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}
