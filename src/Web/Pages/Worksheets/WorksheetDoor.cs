using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Worksheets;

/// <summary>Finds the worksheet that a visitor asks for, where the visitor reaches it.</summary>
public static class WorksheetDoor
{
    public static Task<KeptWorksheet?> FindAsync(HttpContext http, Db db, Guid id) =>
        KeptWorksheets.FindAsync(db, id, Visitor.Limit(http, Permission.KeepWorksheets), http.RequestAborted);

    /// <summary>The same for a form, which is told what is wrong.</summary>
    public static async Task<KeptWorksheet> NeedAsync(HttpContext http, Db db, Guid id, WorksheetKind? kind = null) => await FindAsync(http, db, id) is { } found && (kind is null || found.Kind == kind)
        ? found
        : throw new UnusableInputException(Problem.Rejected("unknown-worksheet", "worksheet", "There is no such worksheet any more."));
}
