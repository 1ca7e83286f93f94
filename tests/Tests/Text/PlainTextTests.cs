using Trellis.Core.Text;
using Trellis.Web;
using Xunit;

namespace Trellis.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Reads gauges.", "Reads gauges.")]
    [InlineData("Reads <em>all</em> gauges&nbsp;&amp; dials.", "Reads all gauges & dials.")]
    [InlineData("**Prompt:** Solve for *x*.", "Prompt: Solve for x.")]
    [InlineData("See [the table](https://example.org/t).", "See the table.")]
    [InlineData("- one\n- two", "one two")]
    [InlineData("## Heading\n\nText", "Heading Text")]
    [InlineData("a < b and c > d, 5 * 3 * 2, snake_case_name", "a < b and c > d, 5 * 3 * 2, snake_case_name")]
    [InlineData(@"Solve $x_1 * y_2 * z$ or \(a_b_c\).", @"Solve $x_1 * y_2 * z$ or \(a_b_c\).")]
    [InlineData("Costs $5 to *$10*.", "Costs $5 to $10.")]
    public void PlainText_OfMarkup_IsItsWords(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Theory]
    [InlineData("Reads gauges & dials.", "Reads gauges &amp; dials.")]
    [InlineData("Solve for *x*.", "<p>Solve for <em>x</em>.</p>")]
    [InlineData("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\">Hi <script>alert(1)</script></p>", "<p>Hi </p>")]
    [InlineData("<a href=\"javascript:alert(1)\">go</a>", "<p><a>go</a></p>")]
    [InlineData("<img src=\"https://example.org/x.png\" alt=\"A valve\" onerror=\"x()\">", "A valve")]
    [InlineData("*Find* $x_1 < y_2$", "<p><em>Find</em> <span class=\"trellis-formula\">$x_1 &lt; y_2$</span></p>")]
    [InlineData("# Title\n\ntext", "<p># Title</p>\n<p>text</p>")]
    public void StatementMarkup_OfAnyText_IsSafeHtml(string text, string expected) => Assert.Equal(expected, StatementMarkup.Html(text).Value);
}
