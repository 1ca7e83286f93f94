namespace Trellis.Web.Api;

/// <summary>
/// The address under which the world knows this server: TRELLIS_PUBLIC_URL, or where that is not set the one that the request came to.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string? _configured = Read(configuration["TRELLIS_PUBLIC_URL"]);

    public string Of(HttpRequest request) => _configured ?? $"{request.Scheme}://{request.Host.Value}";

    /// <summary>Whether this is the origin, scheme and host, of the address that was configured.</summary>
    public bool IsConfigured(string origin) =>
        _configured is not null && new Uri(_configured).GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase);

    private static string? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length + uri.Fragment.Length == 0
            ? uri.AbsoluteUri.TrimEnd('/')
            : throw new InvalidOperationException($"TRELLIS_PUBLIC_URL is '{text}'. It should be an address such as https://models.example.org.");
    }
}
