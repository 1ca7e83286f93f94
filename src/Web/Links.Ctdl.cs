using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Web;

/// <summary>Addresses of things as linked data.</summary>
public static partial class Links
{
    public const string LinkedResource = "/resources/{ctid}";

    public const string LinkedGraph = "/graph/{ctid}";

    /// <summary>A framework as linked data.</summary>
    public static string Linked(Framework framework) => Resource(Ctid.TryParse(framework.Ctid, out var ctid) ? ctid : new(framework.Id));

    /// <summary>A statement as linked data.</summary>
    public static string Linked(Statement statement) => Resource(new(statement.Id));

    public static string Graph(Ctid ctid) => $"/graph/{ctid}";

    private static string Resource(Ctid ctid) => $"/resources/{ctid}";
}
