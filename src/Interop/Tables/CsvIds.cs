namespace Trellis.Interop.Tables;

/// <summary>What the identifiers and names of members in a file stand for.</summary>
internal static class CsvIds
{
    public static Guid? Uuid(string? text) => Guid.TryParseExact(text?.Trim(), "D", out var id) && id != Guid.Empty ? id : null;

    public static bool IsAddress(string? text) =>
        text is not null && (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal));

    /// <summary>The member of that name, never the one of that number.</summary>
    public static T? Member<T>(string text)
        where T : struct, Enum
    {
        var letters = ColumnNames.Letters(text);
        foreach (var member in Enum.GetValues<T>())
        {
            if (member.ToString().Equals(letters, StringComparison.OrdinalIgnoreCase))
                return member;
        }
        return null;
    }
}
