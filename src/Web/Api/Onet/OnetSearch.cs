using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Search;

namespace Trellis.Web.Api.Onet;

/// <summary>Finds occupations by a code, or by what a person types: first as the search over occupations ranks them, then all others with the words in a title.</summary>
internal static class OnetSearch
{
    public static async Task<List<Occupation>> FindAsync(OnetCall call, string keyword)
    {
        var occupations = call.Db.Occupations.Where(o => o.ReleaseKey == call.Key);
        if (OnetSocCode.TryParse(keyword, out var code))
            return await occupations.Where(o => o.Code == code.Value).ToListAsync(call.Stop);
        if (SocCode.TryParse(keyword, out var soc))
            return await occupations.Where(o => o.Soc == soc.Value).OrderBy(o => o.Code).ToListAsync(call.Stop);
        var words = keyword.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var longest = $"%{words.MaxBy(w => w.Length)!.Replace("%", "", StringComparison.Ordinal).Replace('_', ' ')}%";
        var titles = await call.Db.OccupationTitles.FromSql($"select * from occupation_titles where release_key = {call.Key} and lower(text) like {longest}")
            .Select(t => new { t.Code, t.Text, t.Kind }).ToListAsync(call.Stop);
        var found = titles.Where(t => words.All(w => t.Text.Contains(w, StringComparison.OrdinalIgnoreCase))).GroupBy(t => t.Code).ToDictionary(g => g.Key, g => g.Min(t => Rank(t.Text, t.Kind, keyword)), StringComparer.Ordinal);
        var best = await BestAsync(call, keyword);
        return
        [
            .. (await occupations.Where(o => found.Keys.Contains(o.Code) || best.Keys.Contains(o.Code)).ToListAsync(call.Stop))
                .OrderBy(o => best.GetValueOrDefault(o.Code, int.MaxValue)).ThenBy(o => found.GetValueOrDefault(o.Code)).ThenBy(o => o.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>The places of the occupations that the search gives: slips of the hand, short forms, tools and tasks are understood.</summary>
    private static async Task<Dictionary<string, int>> BestAsync(OnetCall call, string keyword)
    {
        var loaded = await call.Occupations.CurrentAsync(call.Db, call.Stop);
        return loaded.Release?.Key == call.Key ? loaded.Search.Find(keyword, OccupationSearch.Most).Index().ToDictionary(h => h.Item.Code, h => h.Index, StringComparer.Ordinal) : [];
    }

    /// <summary>Lower is better: the whole title, its beginning, a part; an occupation's own title before the others, short ones before long ones.</summary>
    private static (int Match, int Kind, int Length) Rank(string title, TitleKind kind, string keyword)
    {
        var match = title.Equals(keyword, StringComparison.OrdinalIgnoreCase) ? 0 : title.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) ? 1 : 2;
        return (match, kind == TitleKind.Official ? 0 : 1, title.Length);
    }
}
