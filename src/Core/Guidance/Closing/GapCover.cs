using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>What makes one think that a program teaches something.</summary>
public enum CoverEvidence
{
    /// <summary>Its field of study prepares for an occupation that asks for it.</summary>
    FieldOfStudy,

    /// <summary>Its provider names an occupation that asks for it.</summary>
    NamedOccupation,

    /// <summary>Its name or description has the words.</summary>
    Words,
}

/// <summary>An occupation that a program leads to, and who says so.</summary>
public sealed record TaughtOccupation(string Soc, string Title, ProgramReasonKind Reason);

/// <summary>One gap that a program closes, wholly or in part.</summary>
/// <param name="Levels">By how many levels of 4.</param>
/// <param name="Evidence">The strongest that there is.</param>
public sealed record CoveredGap(GapRow Gap, double Levels, CoverEvidence Evidence)
{
    /// <summary>The occupation that the evidence is about; empty where words are the evidence.</summary>
    public string Occupation { get; init; } = "";

    /// <summary>Whether what was asked for is reached.</summary>
    public bool IsWhole => Gap.Gap - Levels <= GapRow.Near;

    /// <summary>Weight × levels × how sure the evidence is.</summary>
    public double Value => Gap.Requirement.Weight * Levels * GapCover.Sureness(Evidence);
}

/// <summary>Up to which level a program teaches something, whoever learns it.</summary>
/// <param name="Occupation">The occupation that the evidence is about; empty where words are the evidence.</param>
public sealed record TaughtLevel(double Level, CoverEvidence Evidence, string Occupation);

/// <summary>
/// Which gaps of a person a program closes, and what of it the person has already: docs/formulas.md, "Closing a gap". Pure.
/// </summary>
/// <param name="ties">Elements that stand for a requirement that is none itself, such as a statement of a model.</param>
public sealed class GapCover(
    SkillTable table, IReadOnlyList<GapRow> gaps, IReadOnlyList<GapRow> strengths, IReadOnlyDictionary<string, IReadOnlyList<string>>? ties = null)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _words = gaps.Concat(strengths)
        .ToDictionary(g => g.Requirement.Id, g => WordsOf(g.Requirement), StringComparer.Ordinal);

    /// <summary>The elements by which a requirement is found in the ratings of occupations.</summary>
    private readonly Dictionary<string, IReadOnlyList<int>> _columns = gaps.Concat(strengths).ToDictionary(g => g.Requirement.Id, IReadOnlyList<int> (g) =>
        [.. (ties?.GetValueOrDefault(g.Requirement.Id) ?? [g.Requirement.Id]).Select(table.Column).Where(c => c >= 0)], StringComparer.Ordinal);

    private readonly ILookup<string, int> _rows = table.Occupations.Index().ToLookup(o => o.Item.Soc, o => o.Index, StringComparer.Ordinal);

    /// <summary>How far each kind of evidence can be relied on, 0 to 1: set by judgment, not measured.</summary>
    public static double Sureness(CoverEvidence evidence) => evidence switch
    {
        CoverEvidence.Words => 0.8,
        CoverEvidence.NamedOccupation => 0.6,
        _ => 0.4,
    };

    /// <summary>The beginnings of words that a text must have to speak of a requirement.</summary>
    public static IReadOnlyList<string> WordsOf(Requirement requirement) => ProgramWords.Stems(requirement.Name.In("en"), "en");

    /// <summary>The gaps that a program closes, what closes most first.</summary>
    /// <param name="text">Its name and description as searches look through them.</param>
    public IReadOnlyList<CoveredGap> Gaps(string text, IReadOnlyList<TaughtOccupation> occupations) =>
        [.. gaps.Select(g => Best(g, Taught(g.Requirement, text, occupations))).OfType<CoveredGap>().OrderByDescending(c => c.Value).ThenBy(c => c.Gap.Requirement.Id, StringComparer.Ordinal)];

    /// <summary>What the program teaches and the person has already: reasons to ask for credit.</summary>
    public IReadOnlyList<GapRow> Known(string text, IReadOnlyList<TaughtOccupation> occupations) =>
        [.. strengths.Where(s => Speaks(text, s.Requirement) || occupations.Any(o => Reach(o, s.Requirement) >= s.Requirement.Level - GapRow.Near))];

    /// <summary>What a program teaches of a requirement; nothing stands for a program that is not known to teach it.</summary>
    public IReadOnlyList<TaughtLevel> Taught(Requirement requirement, string text, IReadOnlyList<TaughtOccupation> occupations)
    {
        var taught = occupations.Select(o => new TaughtLevel(Reach(o, requirement),
            o.Reason == ProgramReasonKind.NamedByProvider ? CoverEvidence.NamedOccupation : CoverEvidence.FieldOfStudy, o.Title));
        if (Speaks(text, requirement))
            taught = taught.Append(new(requirement.Level, CoverEvidence.Words, ""));
        return [.. taught.Where(t => t.Level > GapRow.Near)];
    }

    /// <summary>What of the kinds of evidence is worth most for a gap; null where none closes any of it.</summary>
    public static CoveredGap? Best(GapRow gap, IEnumerable<TaughtLevel> taught) =>
        taught.Select(t => new CoveredGap(gap, Closed(gap, t.Level), t.Evidence) { Occupation = t.Occupation })
            .Where(c => c.Levels > GapRow.Near).OrderByDescending(c => c.Value).ThenByDescending(c => c.Evidence).FirstOrDefault();

    private bool Speaks(string text, Requirement requirement) =>
        _words[requirement.Id] is { Count: > 0 } words && words.All(w => text.Contains(w, StringComparison.Ordinal));

    /// <summary>The level that work in an occupation asks for, never more than what is asked of the person.</summary>
    private double Reach(TaughtOccupation occupation, Requirement requirement)
    {
        var columns = _columns[requirement.Id];
        return Math.Min(requirement.Level, _rows[occupation.Soc].Select(r => MeanNeed(r, columns)).DefaultIfEmpty(0).Max());
    }

    private double MeanNeed(int row, IReadOnlyList<int> columns) =>
        columns.Where(c => table.IsRated(row, c)).Select(c => (double)table.Need(row, c)).DefaultIfEmpty(0).Average();

    private static double Closed(GapRow gap, double reached) => Math.Max(0, reached - (gap.Person?.Level ?? 0));
}
