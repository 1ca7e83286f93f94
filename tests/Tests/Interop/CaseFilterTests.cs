using System.Text.Json;
using Trellis.Interop.Case;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Filters over one document, worked out by hand.</summary>
public class CaseFilterTests
{
    private static readonly JsonElement Document = JsonDocument.Parse(
        """{"title":"Grade 3 Math","creator":"O'Neil","lastChangeDateTime":"2026-01-15T12:00:00Z","subject":["Math","Science"],"licenseURI":{"title":"Open"},"version":"10"}""").RootElement;

    [Theory]
    [InlineData("title='grade 3 math'", true)]
    [InlineData("title!='grade 3 math'", false)]
    [InlineData("title~'MATH'", true)]
    [InlineData("title~'reading'", false)]
    [InlineData("creator='o''neil'", true)]
    [InlineData("title='Grade 3 Math' AND creator~'x'", false)]
    [InlineData("title~'x' OR creator~'neil'", true)]
    [InlineData("title~' AND ' OR version='10'", true)]
    [InlineData("lastChangeDateTime>'2026-01-15T13:00:00+02:00'", true)]
    [InlineData("lastChangeDateTime<='2026-01-15T12:00:00Z'", true)]
    [InlineData("lastChangeDateTime<'2026-01-15T12:00:00Z'", false)]
    [InlineData("lastChangeDateTime>='2026-02-01T00:00:00Z'", false)]
    [InlineData("title>'Grade 2'", true)]
    [InlineData("subject='Science,Math'", true)]
    [InlineData("subject='Science,Art'", false)]
    [InlineData("subject~'art,sci'", true)]
    [InlineData("subject!='Art'", true)]
    [InlineData("licenseURI.title='open'", true)]
    [InlineData("licenseURI.title='closed'", false)]
    [InlineData("adoptionStatus='Draft'", false)]
    [InlineData("adoptionStatus!='Draft'", true)]
    [InlineData("extensions.color='red'", false)]
    public void Filter_OfADocument_HoldsAsWorkedOut(string filter, bool holds) =>
        Assert.Equal(holds, CaseFilter.Parse(filter, CaseClasses.Document).Matches(Document));

    [Theory]
    [InlineData("")]
    [InlineData("title")]
    [InlineData("title=Math")]
    [InlineData("title='Math")]
    [InlineData("color='red'")]
    [InlineData("title.part='x'")]
    [InlineData("licenseURI.color='x'")]
    [InlineData("title='a' XOR title='b'")]
    [InlineData("title='a' AND title='b' AND title='c'")]
    public void Filter_ThatIsNone_IsRefused(string filter) =>
        Assert.Equal("filter", Assert.Throws<CaseQueryException>(() => CaseFilter.Parse(filter, CaseClasses.Document)).Parameter);
}
