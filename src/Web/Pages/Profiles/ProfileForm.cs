using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Trellis.Core.Guidance;
using Trellis.Web.Keeping;

namespace Trellis.Web.Pages.Profiles;

/// <summary>A form of guidance that somebody sent, with the profile that it is about.</summary>
public sealed record ProfileForm(HttpContext Http, Keeper Keeper, IFormCollection Fields, Profile Profile)
{
    public const int LongestText = ProfileReader.LongestName;

    /// <summary>The form; null where it is none, or does not come from one of our pages.</summary>
    public static async Task<ProfileForm?> TakeAsync(HttpContext http, Keeper keeper)
    {
        if (!http.Request.HasFormContentType || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return null;
        return new(http, keeper, await http.Request.ReadFormAsync(http.RequestAborted), await keeper.ProfileAsync(http));
    }

    /// <summary>Keeps the changed profile and leads on, so that reloading repeats nothing.</summary>
    public async Task<IResult> KeepAsync(Profile changed, string next) => Results.Redirect(await Keeper.KeepAsync(Http, changed) is { } fault ? Links.Said(Links.Profile, fault) : next);

    /// <summary>A text without spaces around it; null where it is empty, longer than is kept, or holds what cannot be printed.</summary>
    public string? Text(string name, int longest = LongestText) => Clean(Fields[name].ToString(), longest);

    /// <summary>The lines of a text, each once; at most so many.</summary>
    public IEnumerable<string> Lines(string name, int most) =>
        Fields[name].ToString().Split('\n').Select(l => Clean(l, LongestText)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(most);

    public int? Number(string name, int least, int most) =>
        int.TryParse(Fields[name].ToString().Replace(",", "", StringComparison.Ordinal).Trim().TrimStart('$'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : null;

    public T? Choice<T>(string name) where T : struct, Enum => Enum.TryParse<T>(Fields[name], out var choice) && Enum.IsDefined(choice) ? choice : null;

    public bool Flag(string name) => Fields[name] == "yes";

    private static string? Clean(string text, int longest) =>
        text.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest && !trimmed.Any(char.IsControl) ? trimmed : null;
}
