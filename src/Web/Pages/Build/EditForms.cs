using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Build;

/// <summary>
/// Saves the edits of a draft, one request each, from plain forms and from the script alike. An edit that came too late leads to
/// a page with both texts.
/// </summary>
public static class EditForms
{
    public static void MapEditForms(this WebApplication app)
    {
        var forms = app.MapGroup("/models/{slug}/edit").RequireAuthorization(nameof(Permission.EditModels));
        forms.MapPost("/save", SaveAsync);
        forms.MapPost("/check", CheckAsync);
        forms.MapPost("/presence", PresenceAsync);
        forms.MapPost("/conflicts/{refusal:guid}/send", SettleAsync);
    }

    private static Task<IResult> SaveAsync(string slug, HttpContext http, Db db, CancellationToken stop)
    {
        // Where to go on; only a place in this draft.
        var at = http.Request.Query["at"].ToString() is { Length: > 0 } text && Guid.TryParse(text, out var id) ? id : (Guid?)null;
        return BuildForm.RunAsync(http, Links.Edit(slug, at), form => RunAsync(slug, at, EditRequest.Of(form), http, db, stop));
    }

    private static async Task<string> RunAsync(string slug, Guid? at, EditRequest request, HttpContext http, Db db, CancellationToken stop)
    {
        var draft = await BuildForm.DraftAsync(db, slug, stop);
        var change = Visitor.ChangeNow(http, "Edited on the page of the draft");
        var command = request.ToCommand();
        var result = await new DraftEditor(db).RunAsync(draft.Id, command, change, stop);
        if (result.Outcome == EditOutcome.Stale)
        {
            var fields = request.Fields.Append(new("at", at?.ToString() ?? "")).ToDictionary(f => f.Key, f => f.Value);
            return Links.EditConflict(slug, await DraftRefusals.KeepAsync(db, result.Statement!, fields, change, stop));
        }
        return request.Act switch
        {
            "undo" => Links.With(Links.Edit(slug, at), "note", "undone"),
            "redo" => Links.With(Links.Edit(slug, at), "note", "redone"),
            "remove" => Links.With(Links.Edit(slug, at == request.Id ? null : at), "note", "removed"),
            "align" or "unalign" or "level" or "kind" => Links.Edit(slug, at, request.Id),
            "add" when request.Fields.GetValueOrDefault("more") == "yes" => Links.EditAdd(slug, at, Guid.TryParse(request.Fields.GetValueOrDefault("parent"), out var parent) ? parent : null),
            _ => Links.Edit(slug, at, null, command.Subject is { } subject ? $"s-{subject}" : ""),
        };
    }

    /// <summary>Settles an edit that came too late: it is sent once more with the revision that its author now saw, or dropped.</summary>
    private static Task<IResult> SettleAsync(string slug, Guid refusal, HttpContext http, Db db, CancellationToken stop) =>
        BuildForm.RunAsync(http, Links.EditConflict(slug, refusal), async form =>
        {
            var (draft, change) = (await BuildForm.DraftAsync(db, slug, stop), Visitor.ChangeNow(http, "Settled an edit that came too late"));
            if (await DraftRefusals.FindAsync(db, draft.Id, refusal, change.Who, stop) is null)
                return Links.EditConflict(slug, refusal);
            var at = Guid.TryParse(form["at"], out var place) ? place : (Guid?)null;
            var next = form["do"] == "drop-mine" ? Links.Edit(slug, at) : await RunAsync(slug, at, EditRequest.Of(form), http, db, stop);
            await DraftRefusals.DropAsync(db, draft.Id, refusal, change.Who, stop);
            return next;
        });

    /// <summary>What the rules find in words that are still being written.</summary>
    private static async Task CheckAsync(HttpContext http)
    {
        if (await BuildForm.ReadAsync(http) is not { } form)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var request = EditRequest.Of(form);
        var words = LanguageText.From(request.Words().Select(w => new KeyValuePair<string, string>(w.Language, w.Text)));
        var kind = Enum.TryParse<StatementKind>(form["is"], out var known) ? known : StatementKind.Item;
        string[] found = words is null ? [] : [.. WritingCheck.OfWords(request.Id ?? Guid.Empty, kind, words).Select(f => f.Explain(Startup.Language)).Distinct()];
        await http.Response.WriteAsJsonAsync(found, http.RequestAborted);
    }

    /// <summary>Notes that a window is still open, and answers who else is here and how many edits there are.</summary>
    private static async Task<IResult> PresenceAsync(string slug, HttpContext http, Db db, CancellationToken stop)
    {
        if (await BuildForm.ReadAsync(http) is not { } form || (await Drafts.FindAsync(db, slug, stop))?.Draft is not { } draft)
            return Results.BadRequest();
        var window = form["window"].ToString() is { Length: > 0 and <= 40 } named ? named : "";
        var others = await DraftPresence.TouchAsync(db, draft.Id, window, Guid.TryParse(form["at"], out var at) ? at : null, Visitor.ChangeNow(http, "Looks at the draft"), stop);
        return Results.Json(new { edits = draft.Edits, others = others.Select(o => new { who = o.Who, at = o.StatementId }) });
    }
}
