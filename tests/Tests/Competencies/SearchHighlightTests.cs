using System.Collections.Frozen;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Text;
using Xunit;
using static Trellis.Tests.Competencies.SearchTexts;

namespace Trellis.Tests.Competencies;

public sealed class SearchHighlightTests
{
    [Theory]
    [InlineData("en", "welding", "Welds pipe, then checks the weld.", "[Welds] pipe, then checks the [weld].")]
    [InlineData("en", "nothing", "Welds pipe.", "Welds pipe.")]
    [InlineData("en", "<b>", "Uses <b> & tags", "Uses <[b]> & tags")]
    [InlineData("es", "maquinas", "Limpia la máquina", "Limpia la [máquina]")]
    [InlineData("es", "electrica", "Instalación ele\u0301ctrica", "Instalación [eléctrica]")]
    [InlineData("en", "customers", "The customer's 🔧 order", "The [customer]'s 🔧 order")]
    public void Words_AreMarkedInAnyForm(string language, string query, string text, string marked) =>
        Assert.Equal(marked, Shown(Highlight.Runs(text, language, Marks(query, Node(text, language)))));

    [Fact]
    public void LongText_IsShownAroundItsFirstMark()
    {
        var text = string.Concat(Enumerable.Repeat("alpha beta gamma ", 30)) + "torque " + string.Concat(Enumerable.Repeat("delta epsilon ", 30));

        var shown = Shown(Highlight.Excerpt(text, "en", Marks("torque", Node(text))));

        Assert.StartsWith("…", shown, StringComparison.Ordinal);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.Contains("gamma [torque] delta", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 200, 310);
        Assert.DoesNotContain("…a ", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void LongTextWithoutSpaces_IsCutBetweenCharacters()
    {
        var text = string.Concat(Enumerable.Repeat("🔧", 400));

        var shown = Shown(Highlight.Excerpt(text, "en", FrozenSet<string>.Empty));

        Assert.True(shown.IsNormalized());
        Assert.InRange(shown.Length, 290, 310);
    }

    [Fact]
    public void TextFoundInAnotherLanguage_IsShownInThatOne()
    {
        var text = LanguageText.From([new("en", "Keeps things safe"), new("es", "Cuida la seguridad")])!;

        Assert.Equal("es", Highlight.LanguageFor(text, "en", Marks("seguridad", Node("seguridad", "es"))));
        Assert.Equal("en", Highlight.LanguageFor(text, "en", Marks("safe", Node("safe"))));
        Assert.Equal("es", Highlight.LanguageFor(text, "es", Marks("other", Node("other"))));
    }

    private static FrozenSet<string> Marks(string query, IndexedStatement node) => Index(node).Search(new() { Text = query }).Marks;

    private static string Shown(IEnumerable<TextRun> runs) => string.Concat(runs.Select(r => r.IsMarked ? $"[{r.Text}]" : r.Text));
}
