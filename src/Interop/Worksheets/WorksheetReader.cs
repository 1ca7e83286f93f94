using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;

namespace Trellis.Interop.Worksheets;

/// <summary>
/// Reads a filled worksheet by its hidden sheet, its hidden row of roles and its hidden column of identifiers, so that rows may be sorted
/// and columns added. A cell that is no level is left out and reported with its place.
/// </summary>
public static class WorksheetReader
{
    private const int MostIdentityRows = 50;

    public static FilledWorksheet Read(ImportSource source)
    {
        var problems = new ProblemList();
        using var workbook = Workbook.Open(source, problems.Add);
        var identity = Identity(workbook);
        var rows = new FilledRows(problems);
        foreach (var row in workbook.Read(identity.Sheet))
            rows.Take(row);
        if (!rows.HasRoles)
            throw Refused("no-columns", identity.Sheet, "The hidden row that names the columns is gone. Download the worksheet again and copy the levels into it.");
        return new(identity.Kind, identity.Framework, identity.Version, rows.Statements, rows.Columns())
        {
            Words = rows.Words,
            Problems = problems.All,
            MoreProblems = problems.More,
        };
    }

    private static WorksheetIdentity Identity(Workbook workbook)
    {
        if (!workbook.Sheets.Contains(IdentitySheet.Name))
            throw Refused("no-worksheet", "workbook", "This workbook is no worksheet of Trellis, or its hidden sheet '{0}' was deleted.", IdentitySheet.Name);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in workbook.Read(IdentitySheet.Name).Take(MostIdentityRows))
        {
            if (row.Cells.TryGetValue(0, out var name) && row.Cells.TryGetValue(1, out var value))
                values.TryAdd(name.Text, value.Text);
        }
        if (values.GetValueOrDefault("layout") != $"{IdentitySheet.Layout}")
            throw Refused("unknown-layout", IdentitySheet.Name, "The worksheet has the layout '{0}'; this program reads layout {1}.", values.GetValueOrDefault("layout") ?? "", $"{IdentitySheet.Layout}");
        if (Worksheet.Named(values.GetValueOrDefault("kind")) is not { } kind
            || !Guid.TryParse(values.GetValueOrDefault("framework"), out var framework)
            || values.GetValueOrDefault("sheet") is not { } sheet)
        {
            throw Refused("broken-identity", IdentitySheet.Name, "The hidden sheet does not say which worksheet this is. Download it again and copy the levels into it.");
        }
        return new(kind, framework, values.GetValueOrDefault("version", ""), Sheet(workbook, sheet));
    }

    /// <summary>The sheet with the levels; where somebody gave it another name, the one with the hidden row of roles.</summary>
    private static string Sheet(Workbook workbook, string name) => workbook.Sheets.Contains(name)
        ? name
        : workbook.Sheets.FirstOrDefault(s => workbook.Read(s).Take(WorksheetPlan.NameRow).Any(r => r.Cells.GetValueOrDefault(0).Text == RatingSheet.RoleMark))
            ?? throw Refused("no-sheet", "workbook", "The sheet '{0}' with the levels is gone.", name);

    private static UnusableInputException Refused(string code, string where, string sentence, params string[] values) => new(Problem.Rejected(code, where, sentence, values));

    private sealed record WorksheetIdentity(WorksheetKind Kind, Guid Framework, string Version, string Sheet);
}
