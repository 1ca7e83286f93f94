using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Web.Keeping;
using Trellis.Web.Pages.Profiles;

namespace Trellis.Web.Pages.Fit;

/// <summary>Takes what counts for a person into their profile: it speaks of the person, so no address holds it.</summary>
public static class FitForms
{
    public static void MapFitForms(this WebApplication app) => app.MapPost(Links.FitSave, SaveAsync).AllowAnonymous().ForWhatIsKept(Links.Fit);

    private static async Task<IResult> SaveAsync(HttpContext http, Keeper keeper)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return ProfileForms.Stale(Links.Fit);
        var usual = new FitChoice();
        var choice = new FitChoice
        {
            Skills = Weight(FitCriterion.Skills),
            Interests = Weight(FitCriterion.Interests),
            Pay = Weight(FitCriterion.Pay),
            Outlook = Weight(FitCriterion.Outlook),
            Preparation = Weight(FitCriterion.Preparation),
            Nearness = Weight(FitCriterion.Nearness),
            Area = AreaCode.TryParse(form.Text("area"), out var area) ? area.ToString() : usual.Area,
            MostZone = form.Number("zone", 1, 5),
            OnlyEnoughPay = form.Flag("enough"),
        };
        var limits = form.Profile.Constraints with { PayNeeded = form.Number("pay", 0, 1_000_000) * 100L };
        return await form.KeepAsync(form.Profile with { Fit = choice, Constraints = limits }, Links.Fit + "#result");

        int Weight(FitCriterion criterion) => form.Number("weight-" + criterion, 0, FitChoice.Heaviest) ?? usual.Weight(criterion);
    }
}
