using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Small facts that writer and reader share.</summary>
internal static class CtdlFacts
{
    /// <summary>The languages of a text, the unknown one left out.</summary>
    public static IReadOnlyList<string> Languages(LanguageText text) => [.. text.Languages.Where(l => l != LanguageText.Unknown)];

    /// <summary>What a framework is for, as far as its title and address tell.</summary>
    public static FrameworkKind Of(string? address, LanguageText title, bool isCompetencies) =>
        isCompetencies && address?.Contains("onetcenter.org", StringComparison.OrdinalIgnoreCase) != true && !title.ToString().Contains("O*NET", StringComparison.Ordinal)
            ? FrameworkKind.Credential
            : FrameworkKind.Skills;

    /// <summary>The classification of the codes under industryType that are taken as a framework's industries.</summary>
    public const string Naics = "https://www.census.gov/naics/";
}
