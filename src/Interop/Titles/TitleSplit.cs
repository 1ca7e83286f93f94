using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;

namespace Trellis.Interop.Titles;

/// <summary>A title whose right codes are known.</summary>
/// <param name="Socs">Any of them counts as right.</param>
/// <param name="OnetSocs">The same in finer codes; none where only SOC codes are known.</param>
public sealed record LabelledTitle(string Title, IReadOnlySet<string> Socs, IReadOnlySet<string> OnetSocs)
{
    public string? Duties { get; init; }

    public string? Naics { get; init; }

    public TitleQuestion Question => new(Title, Duties, Naics);
}

/// <summary>
/// Holds back titles of a release, to see how well the others tell their codes. Whole titles go: of every title that shares a form
/// with one held back ("Registered Nurse (RN)", "registered nurse", "RN"), no trace is left but the names of the occupations
/// themselves. Which titles go depends on their letters alone, so it is the same everywhere.
/// </summary>
public sealed class TitleSplit
{
    private const int Parts = 20;
    private const int TaskParts = 10;
    private const int TasksOfATitle = 2;

    private readonly OccupationTexts _texts;
    private readonly Dictionary<string, SortedSet<string>> _codes = new(StringComparer.Ordinal);

    public TitleSplit(OccupationTexts texts)
    {
        _texts = texts;
        foreach (var (code, text) in texts.Titles.Select(t => (t.Code, t.Text)).Concat(texts.Occupations.Select(o => (o.Code, o.Title))))
        {
            foreach (var form in TitleText.Forms(text))
            {
                if (!_codes.TryGetValue(form, out var codes))
                    _codes.Add(form, codes = new(StringComparer.Ordinal));
                codes.Add(code);
            }
        }
    }

    /// <summary>Whether a title of a labelled set is in the half on which nothing was fitted.</summary>
    public static bool IsTest(string title) => Hash(TitleText.Normal(title)) % 2 == 0;

    /// <summary>One of the twenty parts that titles fall into, each title with two tasks that <see cref="Without"/> leaves out.</summary>
    public List<LabelledTitle> Part(int part)
    {
        var tasks = _texts.Tasks.Where(IsHeldBack).ToLookup(t => t.Code, t => t.Text, StringComparer.Ordinal);
        return
        [
            .. _texts.Titles.GroupBy(t => TitleText.Forms(t.Text).FirstOrDefault("")).Where(g => g.Key.Length > 0 && Hash(g.Key) % Parts == part)
                .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Labelled(g.First().Text, _codes[g.Key], tasks)),
        ];
    }

    /// <summary>The release without these titles, and without a tenth of the tasks.</summary>
    public OccupationTexts Without(IEnumerable<LabelledTitle> titles)
    {
        var forms = titles.SelectMany(t => TitleText.Forms(t.Title)).ToHashSet(StringComparer.Ordinal);
        return _texts with
        {
            Titles = [.. _texts.Titles.Where(t => !TitleText.Forms(t.Text).Exists(forms.Contains)).Select(t => WithoutShort(t, forms))],
            Tasks = [.. _texts.Tasks.Where(t => !IsHeldBack(t))],
        };
    }

    private static OccupationTitle WithoutShort(OccupationTitle title, HashSet<string> forms) =>
        title.Abbreviation is null || !TitleText.Forms(title.Abbreviation).Exists(forms.Contains) ? title
            : new() { ReleaseKey = title.ReleaseKey, Code = title.Code, Ordinal = title.Ordinal, Kind = title.Kind, Text = title.Text };

    private static LabelledTitle Labelled(string title, SortedSet<string> codes, ILookup<string, string> tasks)
    {
        var duties = tasks[codes.First()].OrderBy(Hash).Take(TasksOfATitle).ToList();
        return new(title, codes.Select(c => c[..7]).ToHashSet(StringComparer.Ordinal), codes)
        {
            Duties = duties.Count > 0 ? string.Join(' ', duties) : null,
        };
    }

    private static bool IsHeldBack(OccupationTask task) => Hash(task.Text) % TaskParts == 0;

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        return hash ^ (hash >> 12);
    }
}
