using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Planning;

/// <summary>
/// The days of a plan as a calendar file (iCalendar, RFC 5545): one all-day event for each entry that has a day and is not done, with a reminder
/// the day before. Pure.
/// </summary>
public static class PlanCalendar
{
    private const int MostOctets = 75;

    /// <summary>The dated steps of a plan as a calendar file, in the order of the plan.</summary>
    /// <param name="stamp">When the file is made.</param>
    /// <param name="title">What the calendar shows for an entry.</param>
    public static byte[] Write(Plan plan, DateTimeOffset stamp, Func<PlanEntry, string> title)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Trellis//Plan//EN");
        foreach (var entry in plan.Entries.Where(e => e is { Due: not null, Done: null }).OrderBy(e => e.Due).ThenBy(e => e.Text, StringComparer.Ordinal))
            Event(text, entry, stamp, title(entry));
        Line(text, "END:VCALENDAR");
        return Utf8.Strict.GetBytes(text.ToString());
    }

    /// <summary>Commas, semicolons, backslashes and line ends of a text, as RFC 5545, 3.3.11, wants them.</summary>
    public static string Escape(string text) => text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A content line in pieces of at most 75 octets, never within a character: RFC 5545, 3.1.</summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }

    private static void Event(StringBuilder text, PlanEntry entry, DateTimeOffset stamp, string title)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Id(entry)}@trellis");
        Line(text, $"DTSTAMP:{stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{Day(entry.Due!.Value)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(entry.Due.Value.AddDays(1))}");
        Line(text, $"SUMMARY:{Escape(title)}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "BEGIN:VALARM");
        Line(text, "ACTION:DISPLAY");
        Line(text, $"DESCRIPTION:{Escape(title)}");
        Line(text, "TRIGGER:-P1D");
        Line(text, "END:VALARM");
        Line(text, "END:VEVENT");
    }

    /// <summary>The same entry keeps its event when the file is opened again.</summary>
    private static string Id(PlanEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes($"{entry.Kind}|{entry.Who}|{entry.Text}|{Day(entry.Due!.Value)}")))[..32];

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line) => text.Append(Fold(line));
}
