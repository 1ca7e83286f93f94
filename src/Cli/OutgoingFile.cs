namespace Trellis.Cli;

/// <summary>A file that a command writes: beside its target first, and moved there when it is whole, so that no half file is left.</summary>
public static class OutgoingFile
{
    public static async Task WriteAsync(string file, Func<Stream, Task> write)
    {
        var part = file + ".part";
        try
        {
            await using (var stream = File.Create(part))
                await write(stream);
            File.Move(part, file, overwrite: true);
            Output.Say($"Wrote {file}.");
        }
        finally
        {
            File.Delete(part);
        }
    }
}
