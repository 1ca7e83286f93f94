using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Api;

/// <summary>An answer that is made once and kept as files, packed in several ways. Whoever asks while it is made gets it as it grows.</summary>
public abstract class KeptFile
{
    private static readonly ContentCoding[] Codings = Enum.GetValues<ContentCoding>();

    public abstract DateTimeOffset ChangedAt { get; }

    /// <summary>Stands for the bytes, packed in this way.</summary>
    public abstract string Tag(ContentCoding coding);

    /// <summary>Where it is kept, packed in this way.</summary>
    public abstract string Path(ContentCoding coding);

    /// <summary>Whether it can be had packed in this way.</summary>
    public abstract bool Offers(ContentCoding coding);

    /// <summary>The file as it grows, begun if need be; null where it is whole.</summary>
    public abstract GrowingFile? Growing(ContentCoding coding);

    /// <summary>Answers with it as what it is said to be.</summary>
    public async Task SendAsync(HttpContext http, string mediaType)
    {
        var coding = CodingFor(http.Request);
        var tag = Tag(coding);
        ContentCodings.Announce(http.Response, coding);
        if (EntityTag.IsFresh(http, tag, ChangedAt))
            return;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentType = mediaType;
            return;
        }
        if (Growing(coding) is { } growing && growing.TryOpen() is { } file)
        {
            await using (file)
            {
                http.Response.ContentType = mediaType;
                await growing.CopyToAsync(file, http.Response.Body, http.RequestAborted);
            }
            return;
        }
        await Results.File(Path(coding), mediaType, lastModified: ChangedAt, entityTag: EntityTagHeaderValue.Parse(tag), enableRangeProcessing: true).ExecuteAsync(http);
    }

    protected static string[] TagsOf(string name) =>
        [.. Codings.Select(c => c == ContentCoding.Identity ? $"\"{name}\"" : $"\"{name}-{c.NameOf()}\"")];

    /// <summary>The coding of the copy that the reader has and asks about, otherwise the one that it likes best among those that are there.</summary>
    private ContentCoding CodingFor(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known)
        {
            foreach (var coding in Codings)
            {
                if (known.Contains(Tag(coding), StringComparison.Ordinal))
                    return coding;
            }
        }
        return ContentCodings.For(request, Offers);
    }
}
