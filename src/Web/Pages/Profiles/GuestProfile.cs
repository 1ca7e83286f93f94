using Microsoft.AspNetCore.DataProtection;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;

namespace Trellis.Web.Pages.Profiles;

/// <summary>
/// The profile of a person without an account. It is kept in their own browser alone, sealed, until the browser is closed; the server
/// reads it from each request and stores nothing of it: docs/decisions/0011-guidance.md.
/// </summary>
public sealed class GuestProfile(IDataProtectionProvider protection)
{
    private readonly SealedCookie _cookie = new(protection, new("trellis-profile", "Trellis.GuestProfile.v1", "/", MostBytes: 256 * 1024));

    /// <summary>The visitor's profile; an empty one where there is none, or where it can no longer be read.</summary>
    public Profile Read(HttpContext http)
    {
        try
        {
            return _cookie.Read(http) is { } bytes ? ProfileReader.Read(bytes) : Profile.Empty;
        }
        catch (UnusableInputException)
        {
            return Profile.Empty;
        }
    }

    /// <summary>Hands the profile to the browser; false, and nothing changes, where it is larger than a browser keeps.</summary>
    public bool Write(HttpContext http, Profile profile) => _cookie.Write(http, ProfileJson.Write(profile, indented: false));

    public void Forget(HttpContext http) => _cookie.Forget(http);
}
