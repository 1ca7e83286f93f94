using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Interop.Documents;

/// <summary>
/// The table of contents: a field that Word fills anew, and in it the lines as they are now, so that it is not empty where nothing
/// fills it. Page numbers come with the first update.
/// </summary>
internal static class DocumentContents
{
    public static void Write(WordBody body, DocumentPlan plan)
    {
        var words = body.Words;
        body.Add("TOCHeading", words["Contents"]);
        var deepest = plan.Lines.Count == 0 ? DocumentPlan.DeepestLine : plan.Lines.Max(l => l.Level);
        for (var i = 0; i < plan.Lines.Count; i++)
        {
            var line = WordBody.Paragraph($"TOC{plan.Lines[i].Level}");
            if (i == 0)
                line.Append(Sign(FieldCharValues.Begin), Code($" TOC \\o \"1-{deepest}\" \\h \\z \\u "), Sign(FieldCharValues.Separate));
            line.Append(Link(plan.Lines[i]));
            if (i == plan.Lines.Count - 1)
                line.Append(Sign(FieldCharValues.End));
            body.Add(line);
        }
        body.PageBreak();
    }

    private static Hyperlink Link(ContentsLine line) => new(
        line.Text.Element(),
        new Run(new TabChar()),
        Sign(FieldCharValues.Begin), Code($" PAGEREF {line.Bookmark} \\h "), Sign(FieldCharValues.Separate), Sign(FieldCharValues.End))
    { Anchor = line.Bookmark, History = true };

    private static Run Sign(FieldCharValues sign) => new(new FieldChar { FieldCharType = sign });

    private static Run Code(string code) => new(new FieldCode(code) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
}
