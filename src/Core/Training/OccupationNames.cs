using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>Which occupation of the crosswalk somebody means who types a code, a title or an everyday name.</summary>
public static class OccupationNames
{
    /// <summary>The occupations that fit, the likeliest first; one alone where the text leaves no doubt.</summary>
    public static async Task<IReadOnlyList<OccupationName>> FindAsync(Db db, OccupationIndex index, string text, int most, CancellationToken stop = default)
    {
        text = text.Trim();
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        if (SocCode.TryParse(text, out var soc))
            return [new(soc.Value, (await OccupationTraining.ReadAsync(db, releases, soc.Value, stop)).Title)];
        var titles = await db.CipSocs.Where(c => c.ReleaseKey == releases.CrosswalkKey && c.Soc != CipSoc.NoSoc).Select(c => new { c.Soc, c.SocTitle }).Distinct().ToListAsync(stop);
        if (titles.Find(t => t.SocTitle.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return [new(exact.Soc, exact.SocTitle)];
        var known = titles.GroupBy(t => t.Soc).ToDictionary(g => g.Key, g => g.First().SocTitle, StringComparer.Ordinal);
        var named = (await CodesAsync(db, text, stop)).Where(known.ContainsKey).Select(s => new OccupationName(s, known[s]));
        List<OccupationName> found = [.. named.Concat(ByWords(known, text)).DistinctBy(o => o.Soc).Take(most)];
        return found.Count > 0 ? found : await NearAsync(db, index, known, (text, most), stop);
    }

    /// <summary>Occupations of which the text is another name, in any of the usual ways to write capital letters.</summary>
    private static async Task<List<string>> CodesAsync(Db db, string text, CancellationToken stop)
    {
        string[] forms = [text, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()), text.ToUpperInvariant()];
        return await db.OccupationTitles.Where(t => forms.Contains(t.Text) || (t.Abbreviation != null && forms.Contains(t.Abbreviation)))
            .GroupBy(t => t.Code.Substring(0, 7)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).ToListAsync(stop);
    }

    /// <summary>What the search over occupations makes of the text: slips of the hand, tools, what people do.</summary>
    private static async Task<IReadOnlyList<OccupationName>> NearAsync(
        Db db, OccupationIndex index, Dictionary<string, string> known, (string Text, int Most) asked, CancellationToken stop)
    {
        var hits = (await index.CurrentAsync(db, stop)).Search.Find(asked.Text, asked.Most * 2);
        return [.. hits.Select(h => h.Code[..7]).Distinct().Where(known.ContainsKey).Select(s => new OccupationName(s, known[s])).Take(asked.Most)];
    }

    /// <summary>Titles that hold all of the words, the shortest first.</summary>
    private static IEnumerable<OccupationName> ByWords(Dictionary<string, string> titles, string text)
    {
        var stems = ProgramWords.Stems(text, "en");
        return stems.Count == 0 ? [] : titles.Where(t => ProgramWords.Of(t.Value) is var title && stems.All(s => title.Contains(s, StringComparison.Ordinal)))
            .OrderBy(t => t.Value.Length).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => new OccupationName(t.Key, t.Value));
    }
}

/// <summary>An occupation by its SOC code and title.</summary>
public sealed record OccupationName(string Soc, string Title);
