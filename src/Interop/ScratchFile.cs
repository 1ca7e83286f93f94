namespace Trellis.Interop;

/// <summary>
/// A file that is gone when it is closed. What needs to be sought in while it is written is written there, and goes out from there
/// when it is whole.
/// </summary>
internal static class ScratchFile
{
    public static async Task CopyAsync(Func<Stream, Task> write, Stream target, CancellationToken stop)
    {
        await using var scratch = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 1 << 16 });
        await write(scratch);
        scratch.Position = 0;
        await scratch.CopyToAsync(target, stop);
    }
}
