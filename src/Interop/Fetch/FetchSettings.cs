namespace Trellis.Interop.Fetch;

/// <summary>
/// How an installation downloads. <paramref name="Contact"/> is an e-mail address that goes with each request, as some publishers ask
/// of programs. <paramref name="Mirror"/> stands in for every publisher's host, for tests and for sites with a mirror of their own;
/// only with one on this machine may a download be unencrypted.
/// </summary>
public sealed record FetchSettings(string? Contact = null, Uri? Mirror = null)
{
    /// <summary>From TRELLIS_CONTACT and TRELLIS_FETCH_MIRROR.</summary>
    public static FetchSettings From(Func<string, string?> setting) => new(
        setting("TRELLIS_CONTACT") is { Length: > 0 } contact ? contact : null,
        Uri.TryCreate(setting("TRELLIS_FETCH_MIRROR"), UriKind.Absolute, out var mirror) ? mirror : null);

    /// <summary>Where a file is to be had here.</summary>
    public Uri AddressOf(PublisherFile file) => Mirror is null ? file.Address : new(Mirror, file.Address.PathAndQuery);

    /// <summary>Whether the address may be asked at all.</summary>
    public bool Allows(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && Mirror is { IsLoopback: true });
}

/// <summary>How much of a download is there; the whole is null where the publisher does not say.</summary>
public readonly record struct DownloadProgress(long Bytes, long? Total);
