using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>A word of the query that no text has, and the word that was looked for instead.</summary>
public sealed record Correction(string Typed, string Meant);

/// <summary>A clause as terms of the index: for each of its words, the terms that it may stand for.</summary>
internal sealed record PlannedClause(IReadOnlyList<IReadOnlyList<string>> Words, float Boost)
{
    public bool IsPhrase => Words.Count > 1;

    public static PlannedClause Word(IReadOnlyList<string> terms) => new([terms], 1);
}

/// <summary>A query as it will be looked up in one index: spelling corrected, accents restored, words as terms.</summary>
internal sealed record QueryPlan
{
    private const float NotationBoost = 3;
    private const int MostBeginnings = 200;
    private const int MostOthers = 4;

    public required List<PlannedClause> Wanted { get; init; }
    public required List<PlannedClause> Excluded { get; init; }
    public required List<Correction> Corrections { get; init; }

    /// <summary>Further words that a corrected one may have meant.</summary>
    public required List<Correction> Suggestions { get; init; }

    public static QueryPlan For(IReadOnlyList<SearchClause> clauses, StatementIndex index)
    {
        var plan = new QueryPlan { Wanted = [], Excluded = [], Corrections = [], Suggestions = [] };
        foreach (var clause in clauses)
        {
            var planned = plan.Planned(clause, index);
            var list = clause.IsExcluded ? plan.Excluded : plan.Wanted;
            // "Safety and safe" asks for one thing, not for two of which a text may lack one.
            if (!list.Exists(p => Same(p, planned)))
                list.Add(planned);
        }
        return plan;
    }

    private PlannedClause Planned(SearchClause clause, StatementIndex index)
    {
        if (clause.Notation is { } notation && SearchTerm.OfNotation(notation) is var whole && index.Has(whole))
            return new([[whole]], NotationBoost);
        if (clause.IsPhrase)
            return new([.. clause.Words.Select(w => TermsOf(w, index))], 1);
        var word = clause.Words[0];
        if (clause.IsBeginning)
            return PlannedClause.Word(Beginning(word, index));
        var terms = TermsOf(word, index);
        if (terms.Exists(index.Has) || word.Any(char.IsDigit) || clause.IsExcluded)
            return PlannedClause.Word(terms);
        var near = index.Spelling.Near(word, 1 + MostOthers);
        if (near.Count == 0)
            return PlannedClause.Word(terms);
        Corrections.Add(new(word, near[0]));
        Suggestions.AddRange(near.Skip(1).Select(n => new Correction(word, n)));
        return PlannedClause.Word(TermsOf(near[0], index));
    }

    private static List<string> TermsOf(string word, StatementIndex index)
    {
        var written = index.Spelling.Written(word);
        return [.. SearchTerm.AllOf(word).Concat(written is null || written == word ? [] : SearchTerm.AllOf(written)).Distinct()];
    }

    private static List<string> Beginning(string word, StatementIndex index) =>
        [.. index.Spelling.Beginning(word, MostBeginnings).Prepend(word).SelectMany(SearchTerm.AllOf).Distinct()];

    private static bool Same(PlannedClause a, PlannedClause b) =>
        a.Words.Count == b.Words.Count && a.Words.Zip(b.Words).All(w => w.First.SequenceEqual(w.Second));
}
