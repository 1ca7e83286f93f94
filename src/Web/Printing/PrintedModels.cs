using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Web.Printing;

/// <summary>
/// Models as PDF files, printed from their print pages and kept in the data folder. They are copies: each can be made again, and those
/// not read for longest make room. One is made at a time.
/// </summary>
public sealed class PrintedModels(Chromium chromium, DataLocation location, IServer server, TimeProvider clock) : IDisposable
{
    private const int MostKept = 200;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);

    /// <summary>Files of an earlier build of the program may look otherwise.</summary>
    private static readonly string Build = typeof(PrintedModels).Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..8];

    private readonly string _folder = Path.Combine(location.Folder, "cache", "pdf");
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Whether a model can be had as a PDF here: a browser is there, and the model fits one document.</summary>
    public bool Offers(Model model) => chromium.IsThere && model.Version.IsSmall() && Address is not null;

    /// <summary>The path of the file; null where it could not be made in time.</summary>
    public async Task<string?> FileAsync(Model model, string language, CancellationToken stop)
    {
        var isCurrent = model.Framework.CurrentVersionKey == model.Version.Key;
        var file = Path.Combine(_folder, $"{model.Version.ContentHash}-{model.Framework.Id:N}-{(isCurrent ? "current" : model.Version.Status)}-{language}-{Build}.pdf");
        if (IsKept(file))
            return file;
        if (!await _turn.WaitAsync(LongestWait, stop))
            return null;
        try
        {
            return IsKept(file) || await MakeAsync(model, language, file, stop) ? file : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private Uri? Address => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(a => Uri.TryCreate(a.Replace("://+", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? uri : null)
        .Where(u => u is { Scheme: "http" })
        .Select(u => u!.Host is "0.0.0.0" or "[::]" ? new UriBuilder(u) { Host = "127.0.0.1" }.Uri : u)
        .FirstOrDefault(u => u.IsLoopback);

    private async Task<bool> MakeAsync(Model model, string language, string file, CancellationToken stop)
    {
        if (Address is not { } address)
            return false;
        Directory.CreateDirectory(_folder);
        var part = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            if (!await chromium.PrintAsync(new(address, Links.Model(model, "print")), language, part, stop))
                return false;
            File.Move(part, file, overwrite: true);
            MakeRoom();
            return true;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private bool IsKept(string file)
    {
        if (!File.Exists(file))
            return false;
        File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);
        return true;
    }

    private void MakeRoom()
    {
        foreach (var old in new DirectoryInfo(_folder).GetFiles("*.pdf").OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostKept))
            old.Delete();
    }
}
