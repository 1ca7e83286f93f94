using System.Globalization;
using System.Text;

namespace Trellis.Core.Text;

/// <summary>The name of a thing in an address: lower-case ASCII words joined by hyphens, at most 80 characters.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length >= MaxLength)
                break;
        }
        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "framework" : text;
    }
}
