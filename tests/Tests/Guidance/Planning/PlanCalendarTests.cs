using Trellis.Core.Guidance.Planning;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Guidance.Planning;

/// <summary>The calendar of a plan, by RFC 5545.</summary>
public sealed class PlanCalendarTests
{
    [Fact]
    public void Calendar_OfAPlan_HasOneEventForEachOpenDay()
    {
        var text = Utf8.Strict.GetString(PlanCalendar.Write(PlanEditsTests.Whole().WithDone(0, new(2026, 1, 7)), new(2026, 1, 5, 10, 0, 0, TimeSpan.FromHours(-5)), e => $"Step: {e.Text}"));

        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("\r\nDTSTAMP:20260105T150000Z\r\nDTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260106\r\nSUMMARY:Step: Meet\\; again\\, ok\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b;c\\d", "a\\,b\\;c\\\\d")]
    [InlineData("one\r\ntwo", "one\\ntwo")]
    public void Escape_OfAText_MarksWhatMeansSomething(string text, string expected) => Assert.Equal(expected, PlanCalendar.Escape(text));

    [Fact]
    public void Fold_OfALongLine_CutsBetweenCharacters()
    {
        var line = "SUMMARY:" + string.Concat(Enumerable.Repeat("ñ🙂x", 40));
        var folded = PlanCalendar.Fold(line);

        Assert.All(folded.Split("\r\n"), l => Assert.True(Utf8.Strict.GetByteCount(l) <= 75));
        Assert.Equal(line + "\r\n", folded.Replace("\r\n ", "", StringComparison.Ordinal));
        Assert.Equal("SHORT\r\n", PlanCalendar.Fold("SHORT"));
    }
}
