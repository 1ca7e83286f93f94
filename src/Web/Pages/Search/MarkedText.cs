using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Text;

namespace Trellis.Web.Pages.Search;

/// <summary>A text with the words that were looked for marked, in the language that has them. Written in code, because a view would put spaces between the runs.</summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired]
    public LanguageText Text { get; set; } = null!;

    [Parameter, EditorRequired]
    public FrozenSet<string> Marks { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var language = Highlight.LanguageFor(Text, Startup.Language, Marks);
        builder.OpenElement(0, "span");
        if (language != LanguageText.Unknown && LanguageText.Primary(language) != Startup.Language)
            builder.AddAttribute(1, "lang", language);
        foreach (var run in Highlight.Excerpt(Text.Values[language], language, Marks))
        {
            builder.OpenRegion(2);
            if (run.IsMarked)
                builder.OpenElement(0, "mark");
            builder.AddContent(1, run.Text);
            if (run.IsMarked)
                builder.CloseElement();
            builder.CloseRegion();
        }
        builder.CloseElement();
    }
}
