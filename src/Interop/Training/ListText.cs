using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Core.Codes;

namespace Trellis.Interop.Training;

/// <summary>Texts of lists as people wrote them: literal quotation marks around them, lines in the middle, lost zeros.</summary>
internal static partial class ListText
{
    private const int ZipDigits = 5;
    private const int CipDigits = 4;

    /// <summary>One line, without the quotation marks around it.</summary>
    public static string Line(string text) => Spaces().Replace(Bare(text), " ");

    /// <summary>Lines kept, other white space in order.</summary>
    public static string Lines(string text) =>
        string.Join('\n', Bare(text).ReplaceLineEndings("\n").Split('\n').Select(l => Spaces().Replace(l, " ").Trim())).Trim();

    /// <summary>Five digits: the zeros in front that spreadsheets drop are put back, what follows a hyphen is left out; null where it is no ZIP code.</summary>
    public static string? Zip(string text)
    {
        var digits = text.Split('-')[0].Trim();
        return digits.Length is >= 3 and <= ZipDigits && digits.All(char.IsAsciiDigit) ? digits.PadLeft(ZipDigits, '0') : null;
    }

    /// <summary>A web address; lists leave out the scheme.</summary>
    public static string? Url(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        return text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.ToString() : null;
    }

    /// <summary>
    /// The six digits of a program of study with their point, whatever a spreadsheet made of them: 10101, 1.0101 and 11.01 (for 11.0100) lost
    /// zeros, 11.020099999999999 went through a binary number. Null where it is no code.
    /// </summary>
    public static string? Cip(string text)
    {
        if (Fraction().IsMatch(text) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            text = Math.Round(number, CipDigits).ToString("00.0000", CultureInfo.InvariantCulture);
        return CipCode.TryParse(text, out var code) ? code.IsProgram ? code.Value : code.Value.Length == 2 ? code.Value + ".0000" : code.Value + "00" : null;
    }

    /// <summary>A SOC or O*NET-SOC code of any of the forms that lists have: 29-1141, 29-1141.00, 29-114100, 29114100, 291141.</summary>
    public static string? Occupation(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            6 => $"{digits[..2]}-{digits[2..]}",
            8 => $"{digits[..2]}-{digits[2..6]}.{digits[6..]}",
            _ => null,
        };
    }

    private static string Bare(string text)
    {
        text = text.Trim();
        while (text is ['"', _, .., '"'])
            text = text[1..^1].Trim();
        return text;
    }

    [GeneratedRegex(@"^\d{1,2}\.(\d|\d{3}|\d{5,})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
