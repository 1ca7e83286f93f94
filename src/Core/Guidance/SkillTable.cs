using Trellis.Core.Occupations;

namespace Trellis.Core.Guidance;

/// <summary>
/// What every rated occupation of a release asks for, in columns: the level of each skill and field of knowledge from 0 to 4, how much
/// it matters, and the interests that the work suits. docs/formulas.md, "Needed level". Never changes; safe for several threads. Pure.
/// </summary>
public sealed class SkillTable
{
    /// <summary>Room for whole vectors of any processor.</summary>
    private const int Lane = 16;

    private readonly int _stride;
    private readonly float[] _need;
    private readonly float[] _importance;
    private readonly float[] _weight;
    private readonly float[] _interests;
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int> _columns;

    private SkillTable(IReadOnlyList<Occupation> occupations, IReadOnlyList<ContentElement> elements)
    {
        (Occupations, Elements) = (occupations, elements);
        ByTitle = [.. occupations.OrderBy(o => o.Title, StringComparer.OrdinalIgnoreCase)];
        _stride = (elements.Count + Lane - 1) / Lane * Lane;
        Usual = new float[_stride];
        (_need, _importance, _weight) = (new float[occupations.Count * _stride], new float[occupations.Count * _stride], new float[occupations.Count * _stride]);
        _interests = new float[occupations.Count * InterestFit.Types];
        Array.Fill(_interests, float.NaN);
        _rows = occupations.Index().ToDictionary(o => o.Item.Code, o => o.Index, StringComparer.Ordinal);
        _columns = elements.Index().ToDictionary(e => e.Item.Id, e => e.Index, StringComparer.Ordinal);
    }

    /// <summary>Occupations that have any rating, in the order of their codes.</summary>
    public IReadOnlyList<Occupation> Occupations { get; }

    /// <summary>Skills and fields of knowledge, in the order of their ids.</summary>
    public IReadOnlyList<ContentElement> Elements { get; }

    /// <summary>The same occupations in the order of their titles, for lists to choose from.</summary>
    public IReadOnlyList<Occupation> ByTitle { get; }

    public static SkillTable Empty { get; } = new([], []);

    /// <summary>The row of an occupation; −1 where it has no ratings.</summary>
    public int Row(string? code) => code is not null && _rows.TryGetValue(code, out var row) ? row : -1;

    /// <summary>The column of an element; −1 where no occupation is rated by it.</summary>
    public int Column(string element) => _columns.GetValueOrDefault(element, -1);

    public bool IsRated(int row, int column) => _weight[row * _stride + column] > 0;

    /// <summary>0 to 4; meaningless where the element is not rated.</summary>
    public float Need(int row, int column) => _need[row * _stride + column];

    /// <summary>0 (not important) to 1; 0 where the element is not rated.</summary>
    public float Importance(int row, int column) => _importance[row * _stride + column];

    /// <summary>What the work suits, 0 to 100 by type; empty where it was not rated.</summary>
    public ReadOnlySpan<float> Interests(int row) =>
        float.IsNaN(_interests[row * InterestFit.Types]) ? [] : _interests.AsSpan(row * InterestFit.Types, InterestFit.Types);

    internal int Stride => _stride;

    /// <summary>What occupations ask for on average, by column; those that are not rated by the element ask for nothing of it.</summary>
    internal float[] Usual { get; }

    internal ReadOnlySpan<float> Needs(int row) => _need.AsSpan(row * _stride, _stride);

    internal ReadOnlySpan<float> Importances(int row) => _importance.AsSpan(row * _stride, _stride);

    internal ReadOnlySpan<float> Weights(int row) => _weight.AsSpan(row * _stride, _stride);

    /// <summary>The table of a release; ratings that it advises not to use are left out.</summary>
    public static SkillTable Of(
        IEnumerable<Occupation> occupations, IEnumerable<ContentElement> elements, IReadOnlyList<OccupationRating> ratings, IReadOnlyDictionary<string, RatingScale> scales)
    {
        var used = ratings.Where(r => r.IsUncertain != true && r.Scale is "IM" or "LV" or "OI" && scales.ContainsKey(r.Scale)).ToList();
        var rated = used.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var skills = used.Where(r => r.Scale != "OI" && IsSkill(r.ElementId)).ToList();
        var ids = skills.Select(r => r.ElementId).ToHashSet(StringComparer.Ordinal);
        var table = new SkillTable(
            [.. occupations.Where(o => rated.Contains(o.Code)).OrderBy(o => o.Code, StringComparer.Ordinal)],
            [.. elements.Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id, StringComparer.Ordinal)]);
        table.Fill(skills, scales);
        table.FillInterests(used, scales);
        return table;
    }

    private static bool IsSkill(string element) =>
        ElementGroups.Of(element) is ElementGroup.EssentialSkills or ElementGroup.TransferableSkills or ElementGroup.Knowledge;

    private void Fill(List<OccupationRating> ratings, IReadOnlyDictionary<string, RatingScale> scales)
    {
        var levels = new float[_need.Length];
        Array.Fill(levels, float.NaN);
        foreach (var rating in ratings)
        {
            if (Place(rating) is not (>= 0 and var place))
                continue;
            var score = (float)(scales[rating.Scale].Standard(rating.Value) / 100);
            if (rating.Scale == "LV")
                levels[place] = rating.IsNotRelevant == true ? 0 : score;
            else
                (_importance[place], _weight[place]) = (score, (1 + score) / 2);
        }
        for (var column = 0; column < Elements.Count; column++)
        {
            Scale(levels, column);
            Usual[column] /= Occupations.Count;
        }
    }

    /// <summary>Brings the levels of an element to 0 to 4, the most demanding occupation being 4; where there are none, importance stands in.</summary>
    private void Scale(float[] levels, int column)
    {
        var highest = 0f;
        for (var place = column; place < levels.Length; place += _stride)
            highest = float.IsNaN(levels[place]) ? highest : Math.Max(highest, levels[place]);
        for (var place = column; place < levels.Length; place += _stride)
        {
            if (_weight[place] > 0)
                Usual[column] += _need[place] = SkillRating.Highest * (float.IsNaN(levels[place]) || highest <= 0 ? _importance[place] : levels[place] / highest);
        }
    }

    private void FillInterests(List<OccupationRating> ratings, IReadOnlyDictionary<string, RatingScale> scales)
    {
        foreach (var occupation in ratings.Where(r => r.Scale == "OI" && InterestFit.TypeOf(r.ElementId) >= 0).GroupBy(r => r.Code))
        {
            var row = Row(occupation.Key);
            // A correlation of part of the types would tell another thing.
            if (row < 0 || occupation.Select(r => r.ElementId).Distinct().Count() < InterestFit.Types)
                continue;
            foreach (var rating in occupation)
                _interests[row * InterestFit.Types + InterestFit.TypeOf(rating.ElementId)] = (float)scales["OI"].Standard(rating.Value);
        }
    }

    private int Place(OccupationRating rating)
    {
        var (row, column) = (Row(rating.Code), Column(rating.ElementId));
        return row < 0 || column < 0 ? -1 : row * _stride + column;
    }
}
