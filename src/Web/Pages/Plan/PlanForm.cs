using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Planning;
using Trellis.Web.Pages.Profiles;
using WorkPlan = Trellis.Core.Guidance.Planning.Plan;

namespace Trellis.Web.Pages.Plan;

/// <summary>A form that a guest sent about their plan, with the plan and the profile that came along with it.</summary>
public sealed record PlanForm(GuestForm Form, GuestPlan Guest, WorkPlan Plan, DateOnly Today)
{
    public Profile Profile => Form.Profile;

    /// <summary>The form; null where it is none, or does not come from one of our pages.</summary>
    public static async Task<PlanForm?> TakeAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var guest = services.GetRequiredService<GuestPlan>();
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return await GuestForm.TakeAsync(http, services.GetRequiredService<GuestProfile>()) is { } form ? new(form, guest, guest.Read(http), today) : null;
    }

    public string? Text(string name, int longest = PlanReader.LongestText) => Form.Text(name, longest);

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Form.Text(name), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day.Year >= 1900 ? day : null;

    /// <summary>Keeps the changed plan and leads back to a part of the page, so that reloading repeats nothing.</summary>
    public IResult Keep(WorkPlan changed, string part) => Results.Redirect(Guest.Write(Form.Http, changed) ? $"{Links.Plan}#{part}" : Links.Said(Links.Plan, "full"));

    /// <summary>Keeps a plan with one more in a list that holds at most so many.</summary>
    public IResult Add(int have, int most, Func<WorkPlan> changed, string part) =>
        have >= most || Plan.Changes.Count >= PlanReader.MostChanges ? Results.Redirect(Links.Said(Links.Plan, "full")) : Keep(changed(), part);
}
