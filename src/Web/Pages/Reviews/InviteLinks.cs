using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Trellis.Web.Pages.Reviews;

/// <summary>Carries the secret of a new invitation to the one page that shows it; the database keeps only its hash.</summary>
public sealed class InviteLinks(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("invite-links").ToTimeLimitedDataProtector();

    public string Write(IReadOnlyList<string> tokens) => _protector.Protect(string.Join(' ', tokens), TimeSpan.FromMinutes(10));

    public IReadOnlyList<string> Read(string? shown)
    {
        if (string.IsNullOrEmpty(shown))
            return [];
        try
        {
            return _protector.Unprotect(shown).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
