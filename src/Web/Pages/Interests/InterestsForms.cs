using System.Collections.Immutable;
using Trellis.Core.Guidance;
using Trellis.Interop.Guidance;
using Trellis.Web.Keeping;
using Trellis.Web.Pages.Profiles;

namespace Trellis.Web.Pages.Interests;

/// <summary>Takes the answers of the interest inventory into the profile.</summary>
public static class InterestsForms
{
    /// <summary>What the names of the fields begin with; the id of the item follows.</summary>
    public const string Answer = "like-";

    public static void MapInterestsForms(this WebApplication app) => app.MapPost(Links.InterestsSave, SaveAsync).AllowAnonymous().ForWhatIsKept(Links.Interests);

    private static async Task<IResult> SaveAsync(HttpContext http, Keeper keeper, GuidanceQuestions questions)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return ProfileForms.Stale(Links.Interests);
        var answers = questions.Interests.Select(i => (i.Id, Answer: form.Number(Answer + i.Id, 0, SkillRating.Highest))).Where(a => a.Answer is not null)
            .ToImmutableSortedDictionary(a => a.Id, a => a.Answer!.Value, StringComparer.Ordinal);
        return await form.KeepAsync(form.Profile with { Interests = answers }, Links.Interests + "#result");
    }
}
