using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Planning;
using Trellis.Web.Keeping;
using Trellis.Web.Pages.Profiles;
using WorkPlan = Trellis.Core.Guidance.Planning.Plan;

namespace Trellis.Web.Pages.Plan;

/// <summary>A form about a plan that somebody sent, with the plan and the profile that it is about.</summary>
public sealed record PlanForm(ProfileForm Form, WorkPlan Plan, DateOnly Today)
{
    public Profile Profile => Form.Profile;

    /// <summary>The form; null where it is none, or does not come from one of our pages.</summary>
    public static async Task<PlanForm?> TakeAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var keeper = services.GetRequiredService<Keeper>();
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return await ProfileForm.TakeAsync(http, keeper) is { } form ? new(form, await keeper.PlanAsync(http), today) : null;
    }

    public string? Text(string name, int longest = PlanReader.LongestText) => Form.Text(name, longest);

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Form.Text(name), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day.Year >= 1900 ? day : null;

    /// <summary>Keeps the changed plan and leads back to a part of the page, so that reloading repeats nothing.</summary>
    public async Task<IResult> KeepAsync(WorkPlan changed, string part) =>
        Results.Redirect(await Form.Keeper.KeepAsync(Form.Http, changed) is { } fault ? Links.Said(Links.Plan, fault) : $"{Links.Plan}#{part}");

    /// <summary>Keeps a plan with one more in a list that holds at most so many.</summary>
    public async Task<IResult> AddAsync(int have, int most, Func<WorkPlan> changed, string part) =>
        have >= most || Plan.Changes.Count >= PlanReader.MostChanges ? Results.Redirect(Links.Said(Links.Plan, "full")) : await KeepAsync(changed(), part);
}
