using Trellis.Core.Guidance;
using Trellis.Web.Keeping;
using Trellis.Web.Pages.Profiles;

namespace Trellis.Web.Pages.Skills;

/// <summary>Takes the ratings of a page of questions into the profile.</summary>
public static class SkillsForms
{
    /// <summary>What the names of the fields with ratings begin with; the target follows.</summary>
    public const string Rating = "rate-";

    /// <summary>Fields of a link back to the page that the form stood on, which hold nothing of the person.</summary>
    private static readonly string[] Back = ["view", "model", "block"];

    public static void MapSkillsForms(this WebApplication app) => app.MapPost(Links.SkillsSave, SaveAsync).AllowAnonymous().ForWhatIsKept(Links.Skills);

    private static async Task<IResult> SaveAsync(HttpContext http, Keeper keeper, TimeProvider clock)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return ProfileForms.Stale(Links.Skills);
        var (rater, today) = (form.Choice<Rater>("rater") ?? Rater.Self, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var profile = form.Profile;
        foreach (var name in form.Fields.Keys.Where(k => k.StartsWith(Rating, StringComparison.Ordinal)))
        {
            var target = name[Rating.Length..];
            if (!ProfileReader.IsTarget(target) || form.Number(name, 0, SkillRating.Highest) is not { } level)
                continue;
            var evidence = form.Text("evidence-" + target, ProfileReader.LongestEvidence);
            // The same answer sent again is not a new one: its date and its place in the order stay.
            if (!profile.Ratings.Exists(r => r.Target == target && r.Rater == rater && r.Level == level && r.Evidence == evidence))
                profile = profile.Rated(new(target, level, rater) { On = today, Evidence = evidence });
        }
        var next = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Links.Skills, Back.Where(b => form.Text(b) is not null).Select(b => KeyValuePair.Create(b, form.Text(b))));
        return profile.Ratings.Count > ProfileReader.MostRatings ? Results.Redirect(Links.Said(Links.Profile, "full")) : await form.KeepAsync(profile, next);
    }
}
