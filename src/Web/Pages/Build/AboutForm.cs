using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Text;

namespace Trellis.Web.Pages.Build;

/// <summary>Reads what a form says of a draft as a whole; languages that the form does not show stay as they are.</summary>
public static class AboutForm
{
    public static DraftAbout Read(IFormCollection form, Draft draft) => new()
    {
        Title = Text(form, "title", draft.Title) ?? draft.Title,
        Description = Text(form, "description", draft.Description),
        Notice = Text(form, "notice", draft.Notice),
        Number = form["number"].ToString(),
        Publisher = form["publisher"].ToString(),
        ChangeSummary = string.IsNullOrWhiteSpace(form["summary"]) ? null : form["summary"].ToString().Trim(),
        Kind = Enum.TryParse<FrameworkKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : draft.Kind,
        Numbering = Enum.TryParse<Numbering>(form["numbering"], out var numbering) && Enum.IsDefined(numbering) ? numbering : draft.Numbering,
        Champions = Lines(form["champions"]),
        Sources = Lines(form["sources"]),
        Industries = [.. form["industries"].ToString().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
    };

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static LanguageText? Text(IFormCollection form, string field, LanguageText? now)
    {
        var shown = EditLanguages.Of(now).ToList();
        var kept = now?.Values.Where(v => !shown.Contains(v.Key)) ?? [];
        return LanguageText.From([.. kept, .. shown.Select(l => new KeyValuePair<string, string>(l, form[$"{field}-{l}"].ToString().ReplaceLineEndings("\n")))]);
    }
}

/// <summary>The languages that a form of a draft has fields for: English, Spanish, and those that are there already.</summary>
public static class EditLanguages
{
    public static IEnumerable<string> Of(LanguageText? text) =>
        Startup.Languages.Select(l => text?.Languages.FirstOrDefault(t => LanguageText.Primary(t) == l) ?? l).Concat(text?.Languages ?? []).Distinct();
}
