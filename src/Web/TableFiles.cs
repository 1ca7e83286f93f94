using Trellis.Interop;

namespace Trellis.Web;

/// <summary>A table as a file that a reader takes along.</summary>
public static class TableFiles
{
    public static IResult Csv(OutgoingTable table, string name) => Results.File(table.ToCsv(), "text/csv; charset=utf-8", name + ".csv");

    public static IResult Excel(OutgoingTable table, string name) =>
        Results.File(OutgoingWorkbook.Write(table), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
}
