using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Trellis.Tests.Support;

/// <summary>A small OpenID Connect provider on this machine, with real signatures: who comes is signed in at once as told.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "trellis-test";
    public const string Secret = "a secret of the test";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();
    private TestServer _server = null!;

    /// <summary>What the provider says of who comes next.</summary>
    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>Another's key signs, as somebody would who pretends to be the provider.</summary>
    public bool Forges { get; set; }

    public string Address => _server.Address.ToString().TrimEnd('/');

    private RsaSecurityKey Key => new(_rsa) { KeyId = "one" };

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        provider._server = await TestServer.StartAsync(provider.AnswerAsync);
        return provider;
    }

    private Task AnswerAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = Address + "/authorize",
            ["token_endpoint"] = Address + "/token",
            ["jwks_uri"] = Address + "/keys",
            ["response_types_supported"] = new[] { "code" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }),
        "/keys" => KeysAsync(http),
        "/authorize" => AuthorizeAsync(http),
        "/token" => TokenAsync(http),
        _ => Task.FromResult(http.Response.StatusCode = StatusCodes.Status404NotFound),
    };

    private Task KeysAsync(HttpContext http)
    {
        var open = _rsa.ExportParameters(false);
        return http.Response.WriteAsJsonAsync(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) } },
        });
    }

    private Task AuthorizeAsync(HttpContext http)
    {
        var (query, code) = (http.Request.Query, Guid.NewGuid().ToString("N"));
        _codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString());
        http.Response.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var isRight = _codes.TryRemove(form["code"].ToString(), out var asked) && form["client_id"] == Client && form["client_secret"] == Secret
            && Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == asked.Challenge;
        if (!isRight)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return;
        }
        using var other = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Client,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Subject = new ClaimsIdentity([new("nonce", asked.Nonce)]),
            Claims = Claims,
            SigningCredentials = new(Forges ? new RsaSecurityKey(other.ExportParameters(true)) { KeyId = "one" } : Key, SecurityAlgorithms.RsaSha256),
        });
        await http.Response.WriteAsJsonAsync(new { access_token = "x", token_type = "Bearer", expires_in = 300, id_token = token });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _rsa.Dispose();
    }
}
