using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Pages.Build;
using Trellis.Web.Pages.Reviews;

namespace Trellis.Web.Pages.Worksheets;

/// <summary>The forms that make a worksheet and change what stands over its cells.</summary>
public static class WorksheetForms
{
    private static readonly Problem Unsure = Problem.Rejected("worksheet-remove", "sure", "Tick the box to say that the worksheet and all that is in it may be deleted.");

    public static void MapWorksheetForms(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.KeepWorksheets));
        forms.MapPost("/worksheets/new/send", MakeAsync);
        forms.MapPost("/worksheets/{id:guid}/setup/send", SetUpAsync);
        forms.MapPost("/worksheets/{id:guid}/columns/{number:int}/send", ColumnAsync);
        forms.MapPost("/worksheets/{id:guid}/columns/{number:int}/accept", AcceptAsync);
        app.MapFillForms();
        app.MapWorksheetUploads();
    }

    private static Task<IResult> MakeAsync(HttpContext http, Db db, CancellationToken stop)
    {
        var back = http.Request.HasFormContentType ? Links.With(Links.With(Links.KeptNew, "model", http.Request.Form["model"].ToString()), "v", http.Request.Form["v"].ToString()) : Links.KeptNew;
        return BuildForm.RunAsync(http, back, async form =>
        {
            var model = await ModelCatalog.FindAsync(db, form["model"].ToString(), form["v"].ToString(), stop)
                ?? throw new UnusableInputException(Problem.Rejected("unknown-model", "model", "There is no such version of a model any more."));
            var kind = Worksheet.Named(form["kind"]) ?? WorksheetKind.Curriculum;
            var actor = Visitor.Actor(http);
            var worksheet = await new WorksheetEditor(db).MakeAsync(
                new(kind, model, form["title"].ToString())
                {
                    Note = form["note"],
                    Parts = [.. form["block"].OfType<string>()],
                    Columns = ColumnLines.Parse(kind, form["columns"].ToString()),
                    OwnerId = actor?.Id,
                    OrganizationId = Guid.TryParse(form["organization"], out var organization) && actor?.Organizations.Contains(organization) == true ? organization : null,
                },
                Visitor.ChangeNow(http, "On the page of worksheets"), stop);
            return worksheet is { Kind: WorksheetKind.Gap } || form["columns"].ToString().Trim().Length > 0 ? Links.KeptFill(worksheet.Id) : Links.KeptSetup(worksheet.Id);
        });
    }

    private static async Task<IResult> SetUpAsync(Guid id, HttpContext http, Db db, CancellationToken stop)
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is not { } worksheet)
            return Results.NotFound();
        return await BuildForm.RunAsync(http, Links.KeptSetup(id), async form =>
        {
            var change = Visitor.ChangeNow(http, "On the page of the worksheet");
            var act = form["do"].ToString().Split(':');
            switch (act[0])
            {
                case "describe":
                    await new WorksheetEditor(db).DescribeAsync(id, form["title"].ToString(), form["note"], change, stop);
                    break;
                case "close" or "open":
                    await new WorksheetEditor(db).SetStateAsync(id, act[0] == "close" ? WorksheetState.Closed : WorksheetState.Open, change, stop);
                    break;
                case "add":
                    foreach (var wish in ColumnLines.Parse(worksheet.Kind, form["columns"].ToString()))
                        await new WorksheetColumnEditor(db).AddAsync(id, wish, change, stop);
                    break;
                case "link":
                    var secret = await new FillLinks(db).MakeAsync(id, Number(form["column"]), Expiry(form["expires"]), change, stop);
                    return Links.With(Links.KeptSetup(id), "links", http.RequestServices.GetRequiredService<InviteLinks>().Write([secret])) + "#links";
                case "close-link" when Number(act.ElementAtOrDefault(1)) is { } number:
                    await new FillLinks(db).CloseAsync(id, number, change, stop);
                    break;
                case "delete":
                    await new WorksheetEditor(db).RemoveAsync(form["sure"] == "yes" ? id : throw new UnusableInputException(Unsure), change, stop);
                    return Links.KeptWorksheets;
            }
            return Links.With(Links.KeptSetup(id), "note", "saved");
        });
    }

    private static async Task<IResult> ColumnAsync(Guid id, int number, HttpContext http, Db db, CancellationToken stop)
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is null || (await KeptWorksheets.ColumnsAsync(db, id, stop)).Find(c => c.Number == number) is not { } column)
            return Results.NotFound();
        return await BuildForm.RunAsync(http, Links.KeptColumn(id, number), async form =>
        {
            var (change, editor) = (Visitor.ChangeNow(http, "On the page of the column"), new WorksheetColumnEditor(db));
            if (form["do"] == "remove")
            {
                await editor.RemoveAsync(id, number, change, stop);
                return Links.KeptSetup(id);
            }
            var details = column.Details with
            {
                Code = form["code"],
                Credits = form["credits"],
                Term = form["term"].ToString().Trim() is { Length: > 0 } term ? Number(term) ?? -1 : null,
                Requires = [.. form["requires"].Select(Number).OfType<int>().Where(r => r != number)],
                Issuer = form["issuer"],
                Kind = form["sort"],
                Text = form["text"],
            };
            await editor.ChangeAsync(column with { Revision = Number(form["seen"]) ?? 0 }, new(form["title"].ToString(), details), change, stop);
            return Links.With(Links.KeptColumn(id, number), "note", "saved");
        });
    }

    /// <summary>Writes the depths that a person chose for what the text of a course mentions.</summary>
    private static async Task<IResult> AcceptAsync(Guid id, int number, HttpContext http, Db db, CancellationToken stop)
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is null)
            return Results.NotFound();
        return await BuildForm.RunAsync(http, Links.KeptColumn(id, number), async form =>
        {
            var saved = await new CellEditor(db).SaveAsync(id, FillForm.Read(form), Visitor.ChangeNow(http, "Accepted where the text of the course mentions it"), stop);
            return saved.Late.Count == 0
                ? Links.With(Links.KeptColumn(id, number), "note", "saved")
                : throw new UnusableInputException(Problem.Rejected("cells-late", "", "Somebody else changed {0} of these cells meanwhile; they were left as they are now. Everything else is saved.", $"{saved.Late.Count}"));
        });
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The end of the last day on which a link opens.</summary>
    private static DateTimeOffset Expiry(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
        ? new(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : throw new UnusableInputException(Problem.Rejected("link-expiry", "expires", "Choose a last day that is still to come."));
}
