using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Trellis.Web;

/// <summary>A file that came with a form, or the word for why there is none: "too-large", "stale" or "no-file".</summary>
internal sealed record SentFile(string Name, byte[] Content, IFormCollection Form, string? Fault = null)
{
    public const int MostMegabytes = 128;

    private const long MostBytes = MostMegabytes * 1024L * 1024;

    /// <summary>What a form adds around its file.</summary>
    private const long Envelope = 64 * 1024;

    /// <summary>For endpoints that take such a form.</summary>
    public static RequestSizeLimitAttribute Limit => new(MostBytes + Envelope);

    /// <summary>Reads the form; null where the request is no form at all.</summary>
    public static async Task<SentFile?> ReadAsync(HttpContext http, IAntiforgery antiforgery, CancellationToken stop)
    {
        if (http.Request.ContentLength > MostBytes + Envelope)
        {
            await OversizedForm.TakeInAsync(http, MostBytes, stop);
            return Without("too-large");
        }
        if (!http.Request.HasFormContentType)
            return null;
        try
        {
            await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MostBytes + Envelope, MultipartBoundaryLengthLimit = 200 }, stop);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Without("too-large");
        }
        if (!await antiforgery.IsRequestValidAsync(http))
            return Without("stale");
        var form = await http.Request.ReadFormAsync(stop);
        if (form.Files["file"] is not { Length: > 0 } file)
            return Without("no-file") with { Form = form };
        if (file.Length > MostBytes)
            return Without("too-large");
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, stop);
        return new(file.FileName, content, form);
    }

    private static SentFile Without(string fault) => new("", [], FormCollection.Empty, fault);
}
