using Trellis.Core.Occupations.Search;

namespace Trellis.Core.Occupations.Coding;

/// <summary>A title with all occupations that carry it, by their numbers: what the coder learns from.</summary>
internal sealed record TitleExample(string Text, ParsedTitle Parsed, int[] Occupations)
{
    /// <summary>Every form of every title once: "Registered Nurse (RN)" is three.</summary>
    /// <param name="numbers">The number of each occupation, by its code.</param>
    public static List<TitleExample> All(OccupationTexts texts, IReadOnlyDictionary<string, int> numbers, TitleAbbreviations abbreviations)
    {
        var forms = new Dictionary<string, (string Text, SortedSet<int> Occupations)>(StringComparer.Ordinal);
        var titles = texts.Occupations.Select(o => (o.Code, o.Title)).Concat(texts.Titles.Select(t => (t.Code, t.Text)))
            .Concat(texts.Titles.Where(t => t.Abbreviation is not null).Select(t => (t.Code, t.Abbreviation!)));
        foreach (var (code, title) in titles)
        {
            if (!numbers.TryGetValue(code, out var number))
                continue;
            var whole = TitleText.Normal(title);
            foreach (var form in TitleText.Forms(title))
            {
                // As it was written where that is possible: commas tell which word names the worker.
                if (!forms.TryGetValue(form, out var known))
                    forms.Add(form, known = (form == whole ? title : form, []));
                known.Occupations.Add(number);
            }
        }
        return [.. forms.Values.Select(f => new TitleExample(f.Text, ParsedTitle.Of(f.Text, abbreviations), [.. f.Occupations]))];
    }
}
