using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Web.Pages.Build;

/// <summary>Carries what was wrong with a form to the page that its sender sees next, in an address that nobody can make up.</summary>
public sealed class SaidProblems(IDataProtectionProvider protection)
{
    private const int Most = 5;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("said-problems").ToTimeLimitedDataProtector();

    public string Write(IReadOnlyList<Problem> problems) =>
        _protector.Protect(JsonSerializer.Serialize(problems.Take(Most), TextJson.Options), TimeSpan.FromMinutes(10));

    /// <summary>Nothing where the address is old or was changed.</summary>
    public IReadOnlyList<Problem> Read(string? said)
    {
        if (string.IsNullOrEmpty(said))
            return [];
        try
        {
            return JsonSerializer.Deserialize<List<Problem>>(_protector.Unprotect(said), TextJson.Options)!;
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
