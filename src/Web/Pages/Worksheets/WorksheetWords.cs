using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Text;

namespace Trellis.Web.Pages.Worksheets;

/// <summary>What readers call the parts of a worksheet.</summary>
public static class WorksheetWords
{
    /// <summary>What the audit calls somebody with a link; its number follows.</summary>
    public const string LinkName = "worksheet link ";

    public static string Of(WorksheetKind kind) => WorksheetColumns.Of(kind, DocumentWords.In(Startup.Language), 1).Title;

    /// <summary>What stands over the columns: "Courses".</summary>
    public static string Columns(IStringLocalizer<Words> T, WorksheetKind kind) => kind switch
    {
        WorksheetKind.Curriculum => T["Courses"],
        WorksheetKind.Credential => T["Credentials"],
        WorksheetKind.Employer => T["Employers"],
        _ => T["People"],
    };

    public static string Of(IStringLocalizer<Words> T, WorksheetMeasure measure) => measure switch
    {
        WorksheetMeasure.Depth => T["Depth"],
        WorksheetMeasure.Required => T["Level required"],
        WorksheetMeasure.Assessed => T["Level tested"],
        WorksheetMeasure.Importance => T["Importance"],
        WorksheetMeasure.Level => T["Level the job needs"],
        WorksheetMeasure.Frequency => T["Frequency"],
        _ => T["Level today"],
    };

    public static string Act(IStringLocalizer<Words> T, string act) => act switch
    {
        "make" => T["Made"],
        WorksheetEvent.Filled => T["Filled in"],
        WorksheetEvent.Loaded => T["Loaded from a file"],
        "add column" => T["Column added"],
        "change column" => T["Column changed"],
        "remove column" => T["Column removed"],
        "close" => T["Closed"],
        "open" => T["Opened again"],
        "make link" => T["Link made"],
        "close link" => T["Link closed"],
        _ => T["Described anew"],
    };

    /// <summary>Who did something: by which link, where it was somebody without an account.</summary>
    public static string Who(IStringLocalizer<Words> T, string who) =>
        who.StartsWith(LinkName, StringComparison.Ordinal) ? T["by link {0}", who[LinkName.Length..]] : WhoWords.Of(T, who);

    /// <summary>The name of a block; a number where it has none.</summary>
    public static string Block(IStringLocalizer<Words> T, WorksheetBlock block) =>
        string.Join(' ', new[] { block.Notation, block.Title is { } title ? Reading.Plain(title) : T["Other statements"].Value }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>What is short enough to stand over a narrow column.</summary>
    public static string Brief(KeptColumn column) => column.Details.Code ?? Reading.Clip(column.Title, 24);

    /// <summary>A share in whole percent; a dash where there is none.</summary>
    public static string Percent(double? share) => share?.ToString("P0", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>The tint of a share, 0 to 4: none, up to a quarter, a half, three quarters, more.</summary>
    public static int Tint(double? share) => share is null or 0 ? 0 : Math.Clamp((int)Math.Ceiling(share.Value * 4), 1, 4);
}
