using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Trellis.Tests.Browser;

/// <summary>What is asked of every page that a browser shows: no rule of access broken, not wider than the window, in the reader's language.</summary>
public static class PageCheck
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    public static async Task IsSoundAsync(IPage page, string name, string language, int width)
    {
        // A page that comes after a click may be half there.
        await page.WaitForLoadStateAsync();
        await PictureAsync(page, $"{name}-{language[..2]}-{width}");
        await IsAccessibleAsync(page, name);
        await FitsAsync(page, name, width);
        Assert.Equal(language[..2], await page.GetAttributeAsync("html", "lang"));
    }

    public static async Task IsAccessibleAsync(IPage page, string name)
    {
        var axe = await page.RunAxe(Rules);
        Assert.NotEmpty(axe.Passes);
        Assert.Empty(axe.Violations.Select(v => $"{name}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    /// <summary>Also with all that is folded away laid open.</summary>
    public static async Task FitsAsync(IPage page, string name, int width)
    {
        var over = await page.EvaluateAsync<string>("""
            ([name, most]) => {
                const folded = [...document.querySelectorAll('details:not([open])')];
                folded.forEach(d => d.open = true);
                const width = document.documentElement.scrollWidth;
                const over = width <= most ? [] : [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > most).slice(-3).map(e => e.outerHTML.slice(0, 200));
                folded.forEach(d => d.open = false);
                return width <= most ? '' : `${name} is ${width} wide, not ${most}: ${over.join(' ')}`;
            }
            """, new object[] { name, width });
        Assert.True(over.Length == 0, over);
    }

    /// <summary>Pictures are for somebody to look at: they are taken where TRELLIS_SCREENSHOTS is set, as each takes longer than all checks of its page.</summary>
    public static Task PictureAsync(IPage page, string name) => Environment.GetEnvironmentVariable("TRELLIS_SCREENSHOTS") is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(BrowserHost.Screenshots, name + ".png"), FullPage = true });
}
