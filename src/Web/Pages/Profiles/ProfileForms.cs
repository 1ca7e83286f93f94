using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Storage;
using Trellis.Interop.Resume;
using Trellis.Web.Keeping;

namespace Trellis.Web.Pages.Profiles;

/// <summary>The forms by which a profile is filled, saved to a file and forgotten.</summary>
public static class ProfileForms
{
    public static void MapProfileForms(this WebApplication app)
    {
        var forms = app.MapGroup("").AllowAnonymous().ForWhatIsKept(Links.Profile);
        forms.MapPost(Links.ProfileJobs, AddJobAsync);
        forms.MapPost(Links.ProfileJobs + "/{number:int}/occupation", ChooseAsync);
        forms.MapPost(Links.ProfileJobs + "/{number:int}/remove", RemoveAsync);
        forms.MapPost(Links.ProfileAbout, AboutAsync);
        forms.MapPost(Links.ProfileForget, ForgetAsync);
        forms.MapPost(Links.ResumeTake, ResumeForm.TakeAsync);
        app.MapGet(Links.ProfileFile, async (HttpContext http, Keeper keeper) => Send(http, ProfileJson.Write(await keeper.ProfileAsync(http)), "trellis-profile.json")).AllowAnonymous();
        app.MapGet(Links.ProfileResume, async (HttpContext http, Keeper keeper) => Send(http, JsonResume.Write(await keeper.ProfileAsync(http)), "resume.json")).AllowAnonymous();
    }

    /// <summary>The address that a form without a valid token leads to.</summary>
    internal static IResult Stale(string page) => Results.Redirect(Links.Said(page, "stale"));

    private static async Task<IResult> AddJobAsync(HttpContext http, Keeper keeper, TimeProvider clock)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return Stale(Links.Profile);
        if (form.Text("title") is not { } title)
            return Results.Redirect(Links.Said(Links.Profile, "no-title"));
        if (form.Profile.Jobs.Count >= ProfileReader.MostJobs)
            return Results.Redirect(Links.Said(Links.Profile, "full"));
        var (years, months) = (form.Number("years", 0, 60), form.Number("months", 0, 11));
        var job = new PastJob(title)
        {
            Months = years is null && months is null ? null : 12 * (years ?? 0) + (months ?? 0),
            EndYear = form.Flag("current") ? null : form.Number("ended", 1900, clock.GetUtcNow().Year),
            IsCurrent = form.Flag("current"),
        };
        return await form.KeepAsync(form.Profile with { Jobs = form.Profile.Jobs.Add(job) }, Links.Profile + "#jobs");
    }

    private static async Task<IResult> ChooseAsync(int number, HttpContext http, Keeper keeper, Db db, CoderSource coders)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return Stale(Links.Profile);
        if (number < 0 || number >= form.Profile.Jobs.Count)
            return Results.NotFound();
        var job = form.Profile.Jobs[number];
        var code = OnetSocCode.TryParse(form.Text("code"), out var chosen) ? chosen.Value : null;
        var coded = code is null ? null : (await coders.CurrentAsync(db, http.RequestAborted))?.Coder.Code(new(job.Title));
        var confidence = coded?.Candidates.FirstOrDefault(c => c.OnetSoc == code)?.Confidence;
        return await form.KeepAsync(form.Profile with { Jobs = form.Profile.Jobs.SetItem(number, job with { OnetSoc = code, Confidence = confidence }) }, Links.Profile + "#jobs");
    }

    private static async Task<IResult> RemoveAsync(int number, HttpContext http, Keeper keeper)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return Stale(Links.Profile);
        return number < 0 || number >= form.Profile.Jobs.Count
            ? Results.NotFound()
            : await form.KeepAsync(form.Profile with { Jobs = form.Profile.Jobs.RemoveAt(number) }, Links.Profile + "#jobs");
    }

    private static async Task<IResult> AboutAsync(HttpContext http, Keeper keeper)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is not { } form)
            return Stale(Links.Profile);
        var dollars = form.Number("pay", 0, 1_000_000);
        var changed = form.Profile with
        {
            Education = form.Choice<EducationLevel>("education"),
            Credentials = [.. form.Lines("credentials", ProfileReader.MostCredentials).Select(n => form.Profile.Credentials.Find(c => c.Name == n) ?? new HeldCredential(n))],
            Technologies = [.. form.Lines("technologies", ProfileReader.MostNames)],
            Languages = [.. form.Lines("languages", ProfileReader.MostNames)],
            Constraints = new()
            {
                Place = form.Text("place"),
                Miles = form.Number("miles", 1, 500),
                PayNeeded = dollars * 100L,
                Schedules = Enum.GetValues<Schedules>().Where(s => form.Fields["schedule"].Contains(s.ToString())).Aggregate(Schedules.None, (all, s) => all | s),
                Transport = form.Choice<Transport>("transport"),
                NeedsChildCare = form.Flag("childcare"),
                StartOn = DateOnly.TryParseExact(form.Text("start"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            },
        };
        return await form.KeepAsync(changed, Links.Said(Links.Profile, "kept"));
    }

    private static async Task<IResult> ForgetAsync(HttpContext http, Keeper keeper)
    {
        if (await ProfileForm.TakeAsync(http, keeper) is null)
            return Stale(Links.Profile);
        await keeper.ForgetAsync(http, DocumentKind.Profile);
        return Results.Redirect(Links.Said(Links.Profile, "forgotten"));
    }

    private static IResult Send(HttpContext http, byte[] content, string name)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(content, "application/json; charset=utf-8", name);
    }
}
