using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>Why an operation of CASE failed, in the words of the standard's two editions.</summary>
public sealed record CaseStatus(string Code, string Parameter, string Description)
{
    /// <summary>The codes of 1.1.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "forbidden", "fullsuccess", "internal_server_error", "invalid_selection_field", "invalid_sort_field", "invalid_uuid", "server_busy",
        "unauthorised_request", "unknownobject",
    ];

    public static CaseStatus Unknown(string what) => new("unknownobject", "sourcedId", what);

    public static CaseStatus BadId { get; } = new("invalid_uuid", "sourcedId", "The identifier is no UUID of version 1 to 5.");

    public static CaseStatus Broken { get; } = new("internal_server_error", "service", "Something went wrong here. It was noted.");

    /// <summary>A query that cannot be answered. The standard names a code for bad filters, but its own schema does not list it.</summary>
    public static CaseStatus Of(CaseQueryException e) =>
        new(e.Parameter is "sort" or "orderBy" ? "invalid_sort_field" : "invalid_selection_field", e.Parameter, e.Message);

    public byte[] ToBytes(CaseEdition edition)
    {
        var code = edition.IsNew || Code != "invalid_uuid" ? Code : "invaliduuid";
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                imsx_codeMajor = "failure",
                imsx_severity = "error",
                imsx_description = Description,
                imsx_codeMinor = new { imsx_codeMinorField = new[] { new { imsx_codeMinorFieldName = Parameter, imsx_codeMinorFieldValue = code } } },
            },
            TextJson.Options);
    }
}
