using System.Diagnostics;

namespace Trellis.Web.Printing;

/// <summary>
/// The browser that makes PDF files out of our own print pages. TRELLIS_CHROMIUM names it, or says "off"; else it is looked for where
/// packages put it. It is only ever given an address of this server, finds no other host, and is ended with all its children after a time.
/// </summary>
public sealed class Chromium(IConfiguration configuration)
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly string? _program = Find(configuration["TRELLIS_CHROMIUM"]);

    public bool IsThere => _program is not null;

    /// <summary>Prints a page of this server into a file; false where that did not work in time.</summary>
    /// <param name="page">An address on the loopback.</param>
    /// <param name="language">The language in which the page is asked for.</param>
    /// <param name="file">Where the PDF goes.</param>
    /// <param name="stop">Ends the browser too.</param>
    public async Task<bool> PrintAsync(Uri page, string language, string file, CancellationToken stop)
    {
        if (_program is null || !page.IsLoopback)
            return false;
        var profile = Directory.CreateTempSubdirectory("trellis-print-");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        try
        {
            using var process = Process.Start(Start(page, language, file, profile.FullName))!;
            try
            {
                // What it says is of no use, but a full pipe would hold it up.
                await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
                return process.ExitCode == 0 && File.Exists(file);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return false;
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            Remove(profile);
        }
    }

    private ProcessStartInfo Start(Uri page, string language, string file, string profile)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--renderer-process-limit=1",
            $"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {page.Host}", "--no-proxy-server",
            $"--user-data-dir={profile}", $"--accept-lang={language}", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            $"--print-to-pdf={file}",
        ];
        // Its sandbox cannot be set up by root, as whom containers run.
        if (Environment.IsPrivilegedProcess)
            arguments.Add("--no-sandbox");
        arguments.Add(page.AbsoluteUri);
        return new(_program!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = profile };
    }

    private static string? Find(string? setting) => setting switch
    {
        "off" => null,
        { Length: > 0 } => File.Exists(setting) ? setting : null,
        _ => Array.Find(Places, File.Exists),
    };

    private static void Remove(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that is just ending may still write there; the folder is the system's to clear.
        }
    }
}
