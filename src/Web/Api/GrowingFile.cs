namespace Trellis.Web.Api;

/// <summary>A file that is still being written, and how far: readers follow it and wait for more.</summary>
public sealed class GrowingFile(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
    private readonly Lock _lock = new();
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _length;
    private bool _isWhole;

    public Stream Stream => _file;

    /// <summary>Lets the readers have what was written so far.</summary>
    public void Show() => Step(isWhole: false, null);

    public void Finish()
    {
        Step(isWhole: true, null);
        _file.Dispose();
    }

    /// <summary>Ends the wait of all readers, whose answers cannot be finished.</summary>
    public void Fail(Exception error)
    {
        Step(isWhole: true, error);
        _file.Dispose();
    }

    /// <summary>Opens the file to follow it; null where it is whole and no longer stands under this name.</summary>
    public FileStream? TryOpen()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Sends what is there, and the rest as it comes.</summary>
    public async Task CopyToAsync(FileStream file, Stream target, CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        for (var sent = 0L; ;)
        {
            var (length, isWhole, progress) = State;
            while (sent < length)
            {
                var count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - sent)), stop);
                await target.WriteAsync(buffer.AsMemory(0, count), stop);
                sent += count;
            }
            await target.FlushAsync(stop);
            if (isWhole)
            {
                await progress;
                return;
            }
            await progress.WaitAsync(stop);
        }
    }

    public void Dispose() => _file.Dispose();

    private (long Length, bool IsWhole, Task Progress) State
    {
        get
        {
            lock (_lock)
                return (_length, _isWhole, _progress.Task);
        }
    }

    private void Step(bool isWhole, Exception? error)
    {
        lock (_lock)
        {
            var waiting = _progress;
            (_isWhole, _progress) = (isWhole, new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (error is null)
                _length = _file.Position;
            if (error is not null)
                _progress.SetException(error);
            else if (isWhole)
                _progress.SetResult();
            waiting.TrySetResult();
        }
    }
}
