using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;

namespace Trellis.Web;

/// <content>Addresses of requirement profiles and job orders.</content>
public static partial class Links
{
    public const string Requirements = "/requirements";
    public const string RequirementsNew = "/requirements/new";
    public const string RequirementsSave = "/requirements/new/save";

    /// <summary>A new one over a model, or with the content of another one.</summary>
    public static string RequirementsOver(string? model, Guid? from = null) => With(With(RequirementsNew, "model", model), "from", from);

    public static string Requirement(Guid id) => $"{Requirements}/{id}";

    public static string RequirementEdit(Guid id) => $"{Requirements}/{id}/edit";

    /// <summary>A profile as a file: "csv", "xlsx" or "json".</summary>
    public static string RequirementFile(Guid id, string ending) => $"{Requirements}/{id}.{ending}";

    /// <summary>A person's gap against a profile.</summary>
    public static string GapToRequirements(Guid id) => $"{Gap}?requirements={id}";

    /// <summary>The page of results of a worksheet.</summary>
    public static string KeptResults(KeptWorksheet worksheet) => worksheet.Kind switch
    {
        WorksheetKind.Employer => WorksheetEmployers(worksheet.Id),
        WorksheetKind.Gap => WorksheetGroup(worksheet.Id),
        _ => Kept(worksheet.Id),
    };

    /// <summary>What comes out of a worksheet that employers fill in.</summary>
    public static string WorksheetEmployers(Guid worksheet) => $"/worksheets/{worksheet}/employers";

    /// <summary>The same as a file: "csv" or "xlsx".</summary>
    public static string WorksheetEmployersFile(Guid worksheet, string ending) => $"{WorksheetEmployers(worksheet)}.{ending}";

    /// <summary>How the people on a worksheet stand to what a job asks for.</summary>
    public static string WorksheetGroup(Guid worksheet) => $"/worksheets/{worksheet}/group";

    public static string WorksheetGroupFile(Guid worksheet, string ending) => $"{WorksheetGroup(worksheet)}.{ending}";

    /// <summary>The gap worksheet of one person of a group, to be filled in and loaded again.</summary>
    public static string WorksheetPerson(Guid worksheet, int number) => $"{WorksheetGroup(worksheet)}/people/{number}.xlsx";

    public static string ApiRequirement(Guid id) => $"{ApiRoot}/requirements/{id}";
}
