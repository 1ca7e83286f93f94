namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Compares models: finds which statements could be one by their links and by their words, and assigns the surest first, each
/// statement to at most one of every other model. Pure; the same models in the same order give the same answer.
/// </summary>
public sealed class ModelComparer
{
    private readonly IReadOnlyList<ComparedModel> _models;
    private readonly bool _useLinks;
    private readonly StatementWords[][] _words;
    private readonly LikenessRule _rule = new();
    private readonly Dictionary<(int Left, int Right), Rivals> _rivals = [];

    private ModelComparer(IReadOnlyList<ComparedModel> models, bool useLinks)
    {
        (_models, _useLinks) = (models, useLinks);
        var vocabularies = models.Select(m => m.Language).Distinct().ToDictionary(l => l, l => new Vocabulary(l));
        _words = [.. models.Select(m => m.Statements.Select(s => vocabularies[m.Language].Read(s.Text)).ToArray())];
        foreach (var vocabulary in vocabularies.Values)
            vocabulary.Settle();
    }

    /// <summary>The clusters of all their statements, and how much each place overlaps.</summary>
    /// <param name="models">Two to four models.</param>
    /// <param name="useLinks">Whether identifiers and links count; without them only words do.</param>
    public static ModelComparison Compare(IReadOnlyList<ComparedModel> models, bool useLinks = true)
    {
        if (models.Count is < ModelComparison.FewestModels or > ModelComparison.MostModels)
            throw new ArgumentOutOfRangeException(nameof(models), models.Count, "Two to four models can be compared.");
        var clusters = new ModelComparer(models, useLinks).Clusters();
        return new(models, clusters, OverlapCount.Of(models, clusters));
    }

    private List<StatementCluster> Clusters()
    {
        var matches = new List<ModelMatch>();
        for (var left = 0; left < _models.Count; left++)
        {
            for (var right = left + 1; right < _models.Count; right++)
                AddMatches(left, right, matches);
        }
        matches.Sort(ModelMatch.SurestFirst);
        return [.. ClusterBuilder.Build(_models, matches).Select(ToCluster)];
    }

    private void AddMatches(int left, int right, List<ModelMatch> matches)
    {
        var comparable = _models[left].Language == _models[right].Language;
        if (_useLinks)
        {
            matches.AddRange(LinkMatches.Between(_models[left], _models[right])
                .Where(l => !comparable || LinkHolds(l.Reason, _rule.Score(_words[left][l.Left], _words[right][l.Right])))
                .Select(l => new ModelMatch(left, l.Left, right, l.Right, l.Reason, Rank(left, l.Left, right, l.Right, 1))));
        }
        if (!comparable)
            return;
        matches.AddRange(EqualTexts.Between(_words[left], _words[right], (l, r) => PlaceCloseness(left, l, right, r))
            .Select(p => new ModelMatch(left, p.Left, right, p.Right, MatchReason.SameText, Rank(left, p.Left, right, p.Right, 1))));
        var rivals = new Rivals(_words[left], _words[right], _rule);
        _rivals.Add((left, right), rivals);
        foreach (var (l, r, score) in rivals.Matches())
            matches.Add(new(left, l, right, r, MatchReason.Words, Rank(left, l, right, r, score)));
    }

    /// <summary>Words taken from elsewhere may have been changed into something else since; an identifier or a declared match stands.</summary>
    private static bool LinkHolds(MatchReason reason, double score) => reason != MatchReason.Derived || score >= LikenessRule.DerivedThreshold;

    private double Rank(int left, int l, int right, int r, double score) => score + LikenessRule.PlaceTieBreak * PlaceCloseness(left, l, right, r);

    private double PlaceCloseness(int left, int l, int right, int r) =>
        _models[left].Statements[l].Place.Closeness(_models[right].Statements[r].Place);

    private StatementCluster ToCluster(BuiltCluster built)
    {
        var present = Enumerable.Range(0, _models.Count).Where(m => built.Members[m] >= 0).ToList();
        var first = present[0];
        var firstWords = _words[first][built.Members[first]];
        var links = present.Skip(1).Select(m => new ClusterLink(m, built.ReasonBetween(first, m) ?? MatchReason.Words, Explain(built, first, m))).ToList();
        var members = built.Members.Select((index, m) => index < 0 ? null : _models[m].Statements[index]).ToList();
        return new()
        {
            Members = members,
            Links = links,
            State = State(links, present.TrueForAll(m => _words[m][built.Members[m]].Normal == firstWords.Normal)),
            Moved = present.Exists(m => members[m]!.Place.DiffersFrom(members[first]!.Place)),
        };
    }

    /// <summary>Null where the two are not in one language.</summary>
    private Likeness? Explain(BuiltCluster built, int first, int other)
    {
        if (!_rivals.TryGetValue((first, other), out var rivals))
            return null;
        var (l, r) = (built.Members[first], built.Members[other]);
        return _rule.Explain(_words[first][l], _words[other][r]) with { Rival = rivals.Of(l, r) };
    }

    private static ClusterState State(List<ClusterLink> links, bool equal)
    {
        if (links.Count == 0)
            return ClusterState.OnlyHere;
        if (equal)
            return ClusterState.Same;
        return links.Exists(l => l.Likeness is null) ? ClusterState.Linked : ClusterState.Reworded;
    }
}
