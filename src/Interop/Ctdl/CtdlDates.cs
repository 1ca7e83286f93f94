using System.Globalization;

namespace Trellis.Interop.Ctdl;

/// <summary>Instants as CTDL writes them: in UTC, as exact as they are known.</summary>
internal static class CtdlDates
{
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    /// <summary>The instant, as its source wrote it where that was so.</summary>
    public static string As(CtdlKept kept, string term, DateTimeOffset at) => kept.First(term) is { } written && SourceDate.Read(written)?.At == at ? written : Text(at);

    public static string As(CtdlKept kept, string term, DateOnly day) =>
        kept.First(term) is { } written && SourceDate.Read(written) is { } date && DateOnly.FromDateTime(date.At.UtcDateTime) == day ? written : Text(day);
}
