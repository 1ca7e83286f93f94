namespace Trellis.Core.Storage;

/// <summary>
/// What many readers ask for and few change, as one process holds it: read anew after each transaction that this process commits, and
/// at the latest after a second, since other processes write too. What is read is shared and must not be changed. Safe for use from
/// several threads.
/// </summary>
public sealed class Recent<T>(DbSource source, TimeProvider clock, Func<Db, CancellationToken, Task<T>> read)
    where T : class
{
    private volatile Held? _held;

    /// <summary>As of now, by what this process has written, or of a moment ago.</summary>
    public async Task<T> ReadAsync(Db db, CancellationToken stop = default)
    {
        if (_held is { } held && held.Mark.IsRecent(source, clock))
            return held.Value;
        var mark = ReadMark.Now(source, clock);
        var value = await read(db, stop);
        _held = new(value, mark);
        return value;
    }

    private sealed record Held(T Value, ReadMark Mark);
}
