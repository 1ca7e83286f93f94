namespace Trellis.Interop.Case;

/// <summary>An edition of the CASE standard: its number, and where its operations stand below a server's address.</summary>
public sealed record CaseEdition(string Number, string Path)
{
    public static readonly CaseEdition V1p1 = new("1.1", "/ims/case/v1p1");

    public static readonly CaseEdition V1p0 = new("1.0", "/ims/case/v1p0");

    public static IReadOnlyList<CaseEdition> All { get; } = [V1p1, V1p0];

    /// <summary>Whether it has extensions, types of association of one's own and the other additions of 1.1.</summary>
    public bool IsNew => this == V1p1;
}
