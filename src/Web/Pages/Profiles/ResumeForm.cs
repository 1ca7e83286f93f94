using Trellis.Core.Guidance;
using Trellis.Web.Keeping;

namespace Trellis.Web.Pages.Profiles;

/// <summary>Takes over from a résumé what the person has ticked; the text of the résumé itself is not kept.</summary>
internal static class ResumeForm
{
    /// <summary>The name of a field of the form, by what it suggests.</summary>
    public static string Field(SuggestionKind kind) => "take-" + kind.ToString().ToLowerInvariant();

    public static async Task<IResult> TakeAsync(HttpContext http, Keeper keeper, TimeProvider clock)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return ProfileForms.Stale(Links.Resume);
        var profile = form.Profile;
        var taken = profile with
        {
            Jobs = [.. profile.Jobs.Concat(Taken(form, SuggestionKind.Job).Select(t => new PastJob(t))).Take(ProfileReader.MostJobs)],
            Technologies = [.. profile.Technologies.Union(Taken(form, SuggestionKind.Technology), StringComparer.OrdinalIgnoreCase).Take(ProfileReader.MostNames)],
            Credentials = [.. profile.Credentials.Concat(Taken(form, SuggestionKind.Credential).Select(t => new HeldCredential(t)))
                .DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Take(ProfileReader.MostCredentials)],
        };
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var element in Taken(form, SuggestionKind.Skill).Where(ProfileReader.IsTarget).Where(e => !profile.Ratings.Exists(r => r.Target == e && r.Rater == Rater.Self)))
        {
            var level = form.Number("level-" + element, 0, SkillRating.Highest) ?? 2;
            taken = taken.Rated(new(element, level) { On = today, Evidence = form.Text("words-" + element, ProfileReader.LongestEvidence) });
        }
        return await form.KeepAsync(taken, Links.Said(Links.Profile, "kept"));
    }

    private static IEnumerable<string> Taken(ProfileForm form, SuggestionKind kind) =>
        form.Fields[Field(kind)].OfType<string>().Where(t => t.Length is > 0 and <= ProfileReader.LongestName && !t.Any(char.IsControl)).Distinct(StringComparer.OrdinalIgnoreCase);
}
