namespace Trellis.Core.Competencies.Drafting;

/// <summary>Statements of elsewhere that may come into a draft, in tree order, and what they are called together.</summary>
/// <param name="Title">What its writers will read as the source: "Energy 2", "a pasted text".</param>
/// <param name="Language">The language that its statements are in.</param>
/// <param name="IsKnown">Whether the identifiers of its statements are known elsewhere, so that a statement can be told to derive from one.</param>
public sealed record PickSource(string Title, string Language, IReadOnlyList<Statement> Statements, IReadOnlyList<Alignment> Links, bool IsKnown)
{
    /// <summary>A published model, or a framework read from a file.</summary>
    public static PickSource Of(FrameworkContent content) => new(
        $"{content.Version.Title} {content.Version.Number}".Trim(), content.Version.Language, content.Statements, content.Alignments, true);
}
