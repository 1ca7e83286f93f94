using System.Globalization;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>
/// Columns written one on a line, with a semicolon or a tab between the parts: of a course code, title, credits and term; of a credential
/// title, who awards it and its kind; of anything else the title.
/// </summary>
public static class ColumnLines
{
    /// <summary>A line of one part is the title alone. What stands after the last part belongs to nothing and is left out.</summary>
    public static List<ColumnWish> Parse(WorksheetKind kind, string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split([';', '\t'], StringSplitOptions.TrimEntries)).Select(parts => Of(kind, parts)).Where(c => c.Title.Length > 0),
    ];

    private static ColumnWish Of(WorksheetKind kind, string[] parts) => (kind, parts) switch
    {
        (WorksheetKind.Curriculum, [var code, var title, ..]) => new(title, new() { Code = code, Credits = parts.ElementAtOrDefault(2), Term = Number(parts.ElementAtOrDefault(3)) }),
        (WorksheetKind.Credential, [var title, var issuer, ..]) => new(title, new() { Issuer = issuer, Kind = parts.ElementAtOrDefault(2) }),
        _ => new(parts[0], new()),
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
