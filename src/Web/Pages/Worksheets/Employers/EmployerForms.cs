using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Employers;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Pages.Build;

namespace Trellis.Web.Pages.Worksheets.Employers;

/// <summary>What the page of an employer analysis sends: a profile made of its consensus, and what each employer counts.</summary>
public static class EmployerForms
{
    public const int MostWeight = 1000;

    public static void MapEmployerForms(this WebApplication app) => app.MapPost("/worksheets/{id:guid}/employers/send", SendAsync).RequireAuthorization(nameof(Permission.KeepWorksheets));

    private static Task<IResult> SendAsync(Guid id, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.WorksheetEmployers(id), async form =>
    {
        var worksheet = await WorksheetDoor.NeedAsync(http, db, id, WorksheetKind.Employer);
        var change = Visitor.ChangeNow(http, "On the page of the employer analysis");
        if (form["do"] == "weights")
        {
            await WeighAsync(id, form, db, change, stop);
            return Links.With(Links.WorksheetEmployers(id), "note", "saved");
        }
        var sheet = await EmployerSheet.ReadAsync(db, worksheet, stop);
        var least = int.TryParse(form["least"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Math.Max(1, sheet.Columns.Count)) : Consensus.UsualLeastRaters;
        var draft = new RequirementDraft { Kind = RequirementKind.Consensus, Title = form["title"].ToString(), Items = RequirementEntry.Of(Consensus.Of(sheet.Analysis, least)) };
        var origin = new RequirementOrigin(worksheet.VersionKey, Visitor.Actor(http)?.Id ?? worksheet.OwnerId, worksheet.OrganizationId, id, Raters(sheet));
        return Links.Requirement((await new RequirementEditor(db).CreateAsync(origin, draft, change, stop)).Id);
    });

    /// <summary>How many employers rated the level of anything.</summary>
    private static int Raters(EmployerSheet sheet) => sheet.Analysis.Employers.Count(e => sheet.Analysis.Opinions.Any(o => sheet.Analysis.Rating(o.Statement, e.Number).Level is not null));

    private static async Task WeighAsync(Guid id, IFormCollection form, Db db, Change change, CancellationToken stop)
    {
        foreach (var column in await KeptWorksheets.ColumnsAsync(db, id, stop))
        {
            var name = FormattableString.Invariant($"weight-{column.Number}");
            if (!form.ContainsKey(name))
                continue;
            if (!double.TryParse(form[name], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) || weight is not (> 0 and <= MostWeight))
                throw new UnusableInputException(Problem.Rejected("employer-weight", name, "'{0}' can not say how much an employer counts. Write a number above 0, such as 1 or 2.5.", form[name].ToString()));
            if (weight == (column.Details.Weight ?? 1))
                continue;
            var seen = int.TryParse(form[FormattableString.Invariant($"seen-{column.Number}")], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;
            await new WorksheetColumnEditor(db).ChangeAsync(column with { Revision = seen }, new(column.Title, column.Details with { Weight = weight }), change, stop);
        }
    }
}
