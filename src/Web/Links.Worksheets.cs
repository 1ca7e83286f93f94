namespace Trellis.Web;

/// <content>Addresses of worksheets that are kept and filled in here.</content>
public static partial class Links
{
    public const string KeptWorksheets = "/worksheets";
    public const string KeptNew = "/worksheets/new";

    /// <summary>Where a worksheet over a version is made.</summary>
    public static string KeptNewOver(Core.Competencies.Model model) => With(With(KeptNew, "model", model.Slug), "v", Number(model));

    public static string Kept(Guid id) => $"{KeptWorksheets}/{id}";

    /// <summary>The statements of a block, from 1, on the page of results.</summary>
    public static string KeptBlock(Guid id, int block) => $"{Kept(id)}?block={block}#block";

    public static string KeptFill(Guid id, int? block = null) => With($"{Kept(id)}/fill", "block", block);

    public static string KeptSetup(Guid id) => $"{Kept(id)}/setup";

    public static string KeptColumn(Guid id, int number) => $"{Kept(id)}/columns/{number}";

    public static string KeptColumnAccept(Guid id, int number) => $"{KeptColumn(id, number)}/accept";

    /// <summary>The drafted learning objectives of a course, as CSV.</summary>
    public static string KeptObjectives(Guid id, int number) => $"{KeptColumn(id, number)}/objectives.csv";

    public static string KeptPrint(Guid id) => $"{Kept(id)}/print";

    public static string KeptUpload(Guid id) => $"{Kept(id)}/upload";

    /// <summary>What a sent file would change.</summary>
    public static string KeptUpload(Guid id, Guid upload) => With(KeptUpload(id), "upload", upload);

    public static string KeptUploadLoad(Guid id) => $"{KeptUpload(id)}/load";

    /// <summary>The worksheet as a file: "csv" or "xlsx".</summary>
    public static string KeptFile(Guid id, string ending) => $"{Kept(id)}.{ending}";

    /// <summary>Where somebody without an account fills in, by the secret of the link.</summary>
    public static string FillByLink(string secret, int? block = null) => With($"{KeptWorksheets}/fill/{secret}", "block", block);

    /// <summary>Where the cells of a page to fill are saved; the page itself answers at its own address.</summary>
    public static string SavedCells(string fillPage)
    {
        var parts = fillPage.Split('?', 2);
        return $"{parts[0]}/save" + (parts.Length > 1 ? "?" + parts[1] : "");
    }
}
