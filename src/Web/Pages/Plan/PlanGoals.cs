using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Web.Pages.Profiles;

namespace Trellis.Web.Pages.Plan;

/// <summary>The goal that a guest chose, with the model that names it, and how they stand to it today.</summary>
internal sealed record PlanGoals(PlanGoal Goal, GapSnapshot Gap)
{
    /// <summary>Null where the occupation has no ratings.</summary>
    public static async Task<PlanGoals?> ReadAsync(HttpContext http, PlanForm form, string code)
    {
        var (services, stop) = (http.RequestServices, http.RequestAborted);
        var db = services.GetRequiredService<Db>();
        var (release, table) = await services.GetRequiredService<SkillTables>().CurrentAsync(db, stop);
        // A snapshot holds no names of groups.
        if (release is null || Requirements.OfOccupation(table, code, g => GuidanceLabels.Group(services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<Words>>(), g)) is not { } goal)
            return null;
        var skills = PersonSkills.Of(table, form.Profile, form.Today.Year);
        var gap = GapAnalysis.Of(goal.Items, r => goal.LevelOf(r, form.Profile, skills));
        var model = (await OccupationModels.NamingAsync(db, code, stop)).FirstOrDefault();
        var version = model is null ? null : await db.FrameworkVersions.Where(v => v.Key == model.Framework.CurrentVersionKey).Select(v => v.Number).FirstOrDefaultAsync(stop);
        return new(new(code, Reading.Clip(goal.Title.In("en"), PlanReader.LongestName))
        {
            Model = model is null ? null : Reading.Clip(model.Title.In(Startup.Language), PlanReader.LongestName),
            ModelVersion = string.IsNullOrEmpty(version) ? null : version,
        }, GapSnapshot.Of(gap, form.Today, $"{release.Title}, {release.Edition}"));
    }
}
