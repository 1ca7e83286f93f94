namespace Trellis.Core.Occupations.Search;

/// <summary>The texts of a release as the search wants them: each text once, with all the occupations that it speaks of.</summary>
internal sealed class SearchSources
{
    private const float Official = 3;
    private const float Reported = 1.2f;
    private const float Alternate = 1;
    private const float Technology = 0.05f;
    private const float OfCommodity = 0.03f;
    private const float Hot = 2;
    private const float InDemand = 4;
    private const float Task = 0.02f;

    private readonly OccupationTexts _texts;
    private readonly Dictionary<string, int> _numbers;

    public SearchSources(OccupationTexts texts)
    {
        _texts = texts;
        Occupations = [.. texts.Occupations.OrderBy(o => o.Code, StringComparer.Ordinal)];
        _numbers = Occupations.Index().ToDictionary(o => o.Item.Code, o => o.Index, StringComparer.Ordinal);
    }

    public Occupation[] Occupations { get; }

    public List<SourceText> Titles() => Group(Occupations.Select(o => (o.Code, o.Title, HitKind.Title, Official))
        .Concat(_texts.Titles.Where(t => t.Kind == TitleKind.Reported).Select(t => (t.Code, t.Text, HitKind.ReportedTitle, Reported)))
        .Concat(_texts.Titles.Where(t => t.Kind == TitleKind.Alternate).Select(t => (t.Code, t.Text, HitKind.AlternateTitle, Alternate)))
        .Concat(_texts.Titles.Where(t => t.Abbreviation is not null).Select(t => (t.Code, t.Abbreviation!, HitKind.Abbreviation, Alternate))));

    public List<SourceText> Technologies() => Group(_texts.Technologies.Where(t => t.IsInDemand || t.IsHot).Select(t => Named(t, t.IsInDemand ? InDemand : Hot))
        .Concat(_texts.Technologies.Where(t => !t.IsInDemand && !t.IsHot).Select(t => Named(t, 1)))
        .Concat(_texts.Technologies.Select(t => (t.Code, t.CommodityTitle, KindOf(t), OfCommodity))));

    public List<SourceText> Tasks() => Group(_texts.Tasks.Select(t => (t.Code, t.Text, HitKind.Task, Task)));

    private static (string Code, string Text, HitKind Kind, float Weight) Named(OccupationTechnology technology, float times) =>
        (technology.Code, technology.Example, KindOf(technology), Technology * times);

    private static HitKind KindOf(OccupationTechnology technology) => technology.Kind == TechnologyKind.Software ? HitKind.Software : HitKind.Tool;

    /// <summary>An occupation has each text once, in the first kind that it comes in.</summary>
    private List<SourceText> Group(IEnumerable<(string Code, string Text, HitKind Kind, float Weight)> rows)
    {
        var owned = new HashSet<(string, int)>();
        var owners = new Dictionary<(string, HitKind, float), List<int>>();
        foreach (var (code, text, kind, weight) in rows)
        {
            if (!_numbers.TryGetValue(code, out var number) || !owned.Add((TitleText.Normal(text), number)))
                continue;
            var key = (text, kind, weight);
            if (!owners.TryGetValue(key, out var list))
                owners.Add(key, list = []);
            list.Add(number);
        }
        return [.. owners.Select(o => new SourceText(o.Key.Item1, o.Key.Item2, o.Key.Item3, o.Value))];
    }
}
