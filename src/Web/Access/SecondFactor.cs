using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Trellis.Core.Access;

namespace Trellis.Web.Access;

/// <summary>Sets up the codes of an authenticator app. The new key is kept by the page until a code has shown that the app has it.</summary>
public sealed class SecondFactor(UserManager<Person> users, IDataProtectionProvider protection)
{
    private const int RecoveryCodes = 10;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Trellis.SecondFactor").ToTimeLimitedDataProtector();

    public string NewKey() => users.GenerateNewAuthenticatorKey();

    public string Seal(string key) => _seal.Protect(key, Lasts);

    /// <summary>What authenticator apps read from the picture.</summary>
    public string AddressOf(Person person, string key) =>
        $"otpauth://totp/Trellis:{Uri.EscapeDataString(person.Email ?? "")}?secret={key}&issuer=Trellis&digits=6";

    /// <summary>Turns the second factor on if the code is of this key; gives the recovery codes, or null where the code is wrong.</summary>
    public async Task<string?> TurnOnAsync(Person person, string sealedKey, string code)
    {
        try
        {
            person.AuthenticatorKey = _seal.Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
        if (!await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, string.Concat(code.Where(char.IsAsciiDigit))))
            return null;
        await users.SetTwoFactorEnabledAsync(person, true);
        return await NewCodesAsync(person);
    }

    public async Task TurnOffAsync(Person person)
    {
        (person.AuthenticatorKey, person.RecoveryCodes) = (null, "");
        await users.SetTwoFactorEnabledAsync(person, false);
    }

    public async Task<string> NewCodesAsync(Person person) =>
        string.Join("  ", await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []);
}
