using Trellis.Core.Competencies;

namespace Trellis.Interop;

/// <summary>Addresses of O*NET elements and occupations on the public site, as the identifier of the linked node.</summary>
public static class OnetLinks
{
    public static string For(string scheme, string code) => scheme == NodeSchemes.OnetOccupation
        ? $"https://www.onetonline.org/link/summary/{code}"
        : $"https://www.onetonline.org/find/descriptor/result/{code}";
}
