using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Documents;

/// <summary>
/// A version of a framework as a Word document: title page, contents, the pyramid where it has tiers, every node with headings and
/// lists, and its links. Of a large framework one node at a time is in memory.
/// </summary>
public static class FrameworkDocument
{
    /// <summary>Writes the document, statement by statement.</summary>
    /// <param name="model">Read twice: for the contents, and for the text.</param>
    /// <param name="words">The language of the document; a text that is not in it stands in its own, and is marked so.</param>
    /// <param name="stream">One that can be sought in, such as a file.</param>
    /// <param name="stop">Ends the writing.</param>
    public static async Task WriteAsync(OutgoingModel model, DocumentWords words, Stream stream, CancellationToken stop)
    {
        var plan = await DocumentPlan.ReadAsync(model, words, stop);
        var title = words.Plain(model.Version.Title);
        var setup = new WordSetup(
            new(title, model.Framework.Publisher, WordRun.Tag(words.Language)!, model.Version.ChangedAt),
            words, title, DocumentFront.Edition(model, words))
        { HasTitlePage = true };
        await WordFile.WriteAsync(stream, setup, async body =>
        {
            DocumentFront.Write(body, model);
            DocumentContents.Write(body, plan);
            if (plan.Tiers.Count > 0)
                PyramidDrawing.Write(body, plan);
            await WriteNodesAsync(body, model, plan, stop);
            if (model.Alignments.Count > 0)
                DocumentLinks.Write(body, model, plan);
        });
    }

    private static async Task WriteNodesAsync(WordBody body, OutgoingModel model, DocumentPlan plan, CancellationToken stop)
    {
        var places = new DocumentPlaces(model.Version.HasTiers);
        await foreach (var node in model.Statements().WithCancellation(stop))
            Write(body, node, places.Next(node), plan.Bookmark(node.Ordinal));
    }

    private static void Write(WordBody body, Statement node, DocumentPlace place, string? bookmark)
    {
        var words = body.Words;
        if (place.IsHeading)
        {
            body.Heading(place.Heading, DocumentPlan.Heading(node, words), bookmark);
            if (node.Label is not null)
                body.Add("Definition", WordRun.Of(node.Text, words));
        }
        else
        {
            WordRun[] label = node.Label is { } name ? [WordRun.Of(name, words) with { Style = "Strong" }, new(". ")] : [];
            body.Item(place.ListLevel, node.Notation is { Length: > 0 } code ? code : null, [.. label, WordRun.Of(node.Text, words)]);
        }
        if (node.Notes is { } notes)
            body.Add("Note", new WordRun(words["Note"] + ": ") { Style = "Strong" }, WordRun.Of(notes, words));
    }
}
