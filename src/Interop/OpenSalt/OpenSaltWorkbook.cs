using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.OpenSalt;

/// <summary>Reads the workbook in which OpenSALT gives and takes frameworks: a sheet for the document, one for items, one for associations.</summary>
public sealed class OpenSaltWorkbook
{
    internal const string Name = "opensalt-xlsx";

    private readonly ImportReport _report;
    private readonly Workbook _workbook;

    private OpenSaltWorkbook(Workbook workbook, ImportReport report) => (_workbook, _report) = (workbook, report);

    public static FrameworkFormat Format { get; } = new("OpenSALT workbook (XLSX)", Workbook.Recognizes, Read);

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = Name;
        using var workbook = Workbook.Open(source, report.Add);
        return new OpenSaltWorkbook(workbook, report).Read();
    }

    private FrameworkContent Read()
    {
        if (Sheet(SheetPlan.Items) is null)
            throw NoItems();
        var document = new OpenSaltDocument(_report);
        Show(SheetPlan.Document, document.Take);
        var (framework, version) = document.Build();
        var items = new OpenSaltItems(framework, version, _report);
        Show(SheetPlan.Items, items.Take);
        if (items.All.Count == 0)
            throw NoStatements();
        var associations = new OpenSaltAssociations(framework, version, items, _report);
        Show(SheetPlan.Associations, associations.Take);
        return new(framework, version, new OpenSaltTree(items, associations, _report).Arrange(version), associations.Links);
    }

    private void Show(SheetPlan plan, Action<SheetTable, SheetRow> take)
    {
        if (Sheet(plan) is { } sheet)
            SheetTable.Read(_workbook.Read(sheet), plan, _report, take);
        else
            _report.Add(Problem.Noted("no-sheet", "workbook", "The workbook has no sheet {0}.", plan.Name));
    }

    private string? Sheet(SheetPlan plan) => _workbook.Sheets.FirstOrDefault(plan.Is);

    private UnusableInputException NoItems() => new(Problem.Rejected("no-items-sheet", "workbook",
        "This workbook is none of OpenSALT's: it has no sheet \"CF Item\" with one statement in each row. Its sheets are: {0}.", string.Join(", ", _workbook.Sheets.Take(20))));

    private UnusableInputException NoStatements() => new([.. _report.Problems.Where(p => p.Severity == Severity.Rejected).Take(20), Problem.Rejected("no-statements", Sheet(SheetPlan.Items)!,
        "The sheet of items has no row that could be taken. Below its header it needs one row for each statement, with a text under fullStatement.")]);
}
