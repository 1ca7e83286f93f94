using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>A framework too large for one page opens in parts.</summary>
public sealed class LargeModelPageTests(TestApp app) : IAsyncLifetime
{
    private string _slug = "";
    private Guid _wide;

    [Fact]
    public async Task Outline_OfALargeModel_ShowsTwoLevels()
    {
        var page = await app.PageAsync($"/models/{_slug}?view=outline");

        Assert.Equal(5, page.QuerySelectorAll("ul.outline > li").Length);
        Assert.Equal(["Part 0", "Part 1"], page.QuerySelectorAll("ul.outline > li > details > summary > span[lang], ul.outline > li > details > summary > span:first-child").Take(2).Select(s => s.TextContent));
        Assert.Empty(page.QuerySelectorAll("ul.outline ul ul"));
        Assert.Contains("entries", page.QuerySelector("ul.outline ul .outline-size")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartWithManyChildren_OfALargeModel_IsPaged()
    {
        var first = await app.PageAsync($"/models/{_slug}/statements/{_wide}");
        var second = await app.PageAsync(first.QuerySelector("a[rel=next][href*=page]")!.GetAttribute("href")!);

        Assert.Equal(200, first.QuerySelectorAll("ul.outline > li").Length);
        Assert.Equal("Leaf 200", second.QuerySelector("ul.outline > li a")!.TextContent);
    }

    [Fact]
    public async Task Print_OfALargeModel_SaysWhyNot()
    {
        var page = await app.PageAsync($"/models/{_slug}?view=print");

        Assert.Contains("too many for one document", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_InALargeModel_FindsWhatLiesDeep()
    {
        var page = await app.PageAsync($"/models/{_slug}?filter=leaf+299");

        Assert.Equal("Leaf 299", Assert.Single(page.QuerySelectorAll(".outline-matches a")).TextContent);
    }

    public async ValueTask InitializeAsync()
    {
        var id = Guid.NewGuid();
        var content = TestModel.Of(id, "Large " + id);
        content.Statements.Clear();
        for (var part = 0; part < 5; part++)
        {
            var top = Add(content, null, $"Part {part}", part);
            for (var unit = 0; unit < 4; unit++)
            {
                var middle = Add(content, top, $"Unit {part}.{unit}", unit);
                _wide = part == 0 && unit == 0 ? middle.Id : _wide;
                for (var leaf = 0; leaf < (middle.Id == _wide ? 310 : 70); leaf++)
                    Add(content, middle, middle.Id == _wide ? $"Leaf {leaf}" : $"Twig {part}.{unit}.{leaf}", leaf);
            }
        }
        StatementTree.Arrange(content.Statements);
        await using var db = app.OpenDb();
        _slug = (await new FrameworkEditor(db).LoadAsync(content, TestModel.Change)).Framework.Slug;
    }

    private static Statement Add(FrameworkContent content, Statement? parent, string text, int position)
    {
        var node = new Statement
        {
            Id = NameBasedId.Of(content.Framework.Id, text),
            ParentId = parent?.Id,
            Position = position,
            Text = LanguageText.Of("en", text),
            ChangedAt = TestModel.Change.When,
        };
        content.Statements.Add(node);
        return node;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
