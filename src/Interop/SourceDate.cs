using System.Globalization;
using System.Text.Json;

namespace Trellis.Interop;

/// <summary>An instant as sources write it. Without a zone it is taken as UTC, and <see cref="IsExact"/> is false.</summary>
internal readonly record struct SourceDate(DateTimeOffset At, bool IsExact)
{
    private const int LongestIso = 40;

    /// <summary>Reads an ISO 8601 date and time, or anything that can mean only one instant; null where it is none.</summary>
    public static SourceDate? Read(string text)
    {
        text = text.Trim();
        if (Iso(text) is { } at)
            return HasZone(text) ? new(at.ToUniversalTime(), true) : new(new(at.DateTime, TimeSpan.Zero), false);
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
            return new(new(year, 1, 1, 0, 0, 0, TimeSpan.Zero), false);
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at)
            ? new(at, false)
            : null;
    }

    private static DateTimeOffset? Iso(string text)
    {
        if (text.Length > LongestIso)
            return null;
        Span<byte> quoted = stackalloc byte[LongestIso + 2];
        quoted[0] = quoted[text.Length + 1] = (byte)'"';
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < '+' or > 'Z')
                return null;
            quoted[i + 1] = (byte)text[i];
        }
        var reader = new Utf8JsonReader(quoted[..(text.Length + 2)]);
        if (!reader.Read())
            return null;
        // A text without a zone would be read in the zone of this machine, so it is read without one.
        if (HasZone(text))
            return reader.TryGetDateTimeOffset(out var at) ? at : null;
        return reader.TryGetDateTime(out var local) ? new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero) : null;
    }

    private static bool HasZone(string text) =>
        text.EndsWith('Z') || (text.Length > 19 && text.LastIndexOfAny(['+', '-']) > 10);
}
