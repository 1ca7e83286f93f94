using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Trellis.Core.Codes;
using Trellis.Interop;

namespace Trellis.Web.Pages.Data;

/// <summary>
/// Takes the form with a file from the wire to the disk, piece by piece: a release may be larger than the memory of a small machine. The
/// fields of the form come before its file.
/// </summary>
public sealed class DataUpload(DataFolders folders, ReleaseFiles names, IAntiforgery antiforgery)
{
    public const int MostMegabytes = 512;

    public const long MostBytes = MostMegabytes * 1024L * 1024;

    /// <summary>What a form adds around its file.</summary>
    public const long Envelope = 64 * 1024;

    private const int LongestField = 4096;

    public async Task<SentFile> TakeAsync(HttpContext http, CancellationToken stop)
    {
        if (http.Request.ContentLength > MostBytes + Envelope)
        {
            await OversizedForm.TakeInAsync(http, MostBytes, stop);
            return new() { Fault = "too-large" };
        }
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
            return new() { Fault = "no-file" };
        var sent = new SentFile();
        try
        {
            var reader = new MultipartReader(boundary.ToString(), http.Request.Body);
            while (await reader.ReadNextSectionAsync(stop) is { } section)
                sent = await TakeAsync(http, sent, section, stop);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException)
        {
            sent = sent with { Fault = e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? "too-large" : "no-file" };
        }
        return Completed(sent);
    }

    private async Task<SentFile> TakeAsync(HttpContext http, SentFile sent, MultipartSection section, CancellationToken stop)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            return sent;
        var isFile = disposition.FileName.HasValue || disposition.FileNameStar.HasValue;
        if (!isFile)
            return await FieldAsync(http, sent, HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), section, stop);
        if (sent.Fault is not null || sent.Upload is not null || !await antiforgery.IsRequestValidAsync(http))
        {
            await section.Body.CopyToAsync(Stream.Null, stop);
            return sent with { Fault = sent.Fault ?? "stale" };
        }
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        return await KeepAsync(sent, name, section.Body, stop);
    }

    private static async Task<SentFile> FieldAsync(HttpContext http, SentFile sent, string name, MultipartSection section, CancellationToken stop)
    {
        var buffer = new byte[LongestField];
        var read = await section.Body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, stop);
        if (read == LongestField)
            throw new InvalidDataException("A field of the form is too long.");
        var value = Encoding.ASCII.GetString(buffer, 0, read);
        switch (name)
        {
            case "__RequestVerificationToken":
                // The framework would read the whole form, file and all, to look for it.
                http.Request.Headers["RequestVerificationToken"] = value;
                return sent;
            case "kind":
                return sent with { Kind = value };
            case "mapping":
                return sent with { Mapping = value.Length > 0 ? value : null };
            default:
                return sent;
        }
    }

    private async Task<SentFile> KeepAsync(SentFile sent, string name, Stream body, CancellationToken stop)
    {
        var (upload, path) = folders.NewUpload(name);
        sent = sent with { Upload = upload, File = Path.GetFileName(path) };
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await body.CopyToAsync(file, 1 << 17, stop);
            return file.Length == 0 ? sent with { Fault = "no-file" } : sent;
        }
        catch
        {
            folders.DeleteUpload(upload);
            throw;
        }
    }

    /// <summary>The file with its kind, or nothing of it where something is wrong.</summary>
    private SentFile Completed(SentFile sent)
    {
        if (sent.Upload is null)
            return sent with { Fault = sent.Fault ?? "no-file" };
        var kind = sent.Kind is { Length: > 0 } chosen ? chosen : Recognized(folders.FileOf(sent.Upload));
        if (sent.Fault is null && ReleaseReaders.Find(kind ?? "") is null)
            sent = sent with { Fault = "unknown-kind" };
        if (sent.Fault is not null)
            folders.DeleteUpload(sent.Upload);
        return sent with { Kind = kind };
    }

    private string? Recognized(string? path)
    {
        try
        {
            using var source = path is null ? null : ReleaseSource.Open(path);
            return source is null ? null : names.KindOf(source);
        }
        catch (UnusableInputException)
        {
            return null;
        }
    }
}

/// <summary>A form with a file as it came: what was chosen, where the file lies, or the word for what is wrong.</summary>
public sealed record SentFile
{
    public string? Kind { get; init; }
    public string? Mapping { get; init; }
    public string? Upload { get; init; }
    public string File { get; init; } = "";
    public string? Fault { get; init; }
}
