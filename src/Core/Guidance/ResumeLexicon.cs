using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Guidance;

/// <summary>
/// The names that are looked for in résumés, of the current release of occupations and of all current lists of credentials, as one
/// process holds them. Safe for use from several threads.
/// </summary>
public sealed class ResumeLexicon(OccupationIndex index, SkillTables tables)
{
    private static readonly string[] Makers = ["Microsoft ", "Adobe ", "Google "];

    private volatile Loaded? _loaded;

    public async Task<ResumeWords> CurrentAsync(Db db, CancellationToken stop = default)
    {
        var skills = await tables.CurrentAsync(db, stop);
        var credentials = (await ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.Credentials, stop)).ConvertAll(r => r.Key);
        var key = string.Join(' ', credentials.Prepend(skills.Release?.Key ?? 0));
        if (_loaded is { } loaded && loaded.Key == key && loaded.Skills == skills)
            return loaded.Words;
        var texts = skills.Release is null ? OccupationTexts.None : await index.TextsAsync(skills.Release, stop);
        var names = await db.Credentials.Where(c => credentials.Contains(c.ReleaseKey) && !c.IsWithdrawn).Select(c => c.Name).ToListAsync(stop);
        var words = new ResumeWords([.. names.Select(n => (SuggestionKind.Credential, n, n, (string?)null)), .. Technologies(texts), .. Skills(skills.Table), .. Titles(texts)]);
        _loaded = new(key, skills, words);
        return words;
    }

    private static IEnumerable<(SuggestionKind, string, string, string?)> Titles(OccupationTexts texts) =>
        texts.Occupations.SelectMany(o => new[] { o.Title, Single(o.Title) }).Concat(texts.Titles.Select(t => t.Text)).SelectMany(TitleText.Forms).Select(t => (SuggestionKind.Job, t, t, (string?)null));

    /// <summary>Official names are plural, people are not.</summary>
    private static string Single(string title) => title.EndsWith('s') && !title.EndsWith("ss", StringComparison.Ordinal) ? title[..^1] : title;

    /// <summary>Software by its name, and without the name of its maker, which people leave out.</summary>
    private static IEnumerable<(SuggestionKind, string, string, string?)> Technologies(OccupationTexts texts) =>
        texts.Technologies.Where(t => t.Kind == TechnologyKind.Software).Select(t => t.Example).Distinct(StringComparer.Ordinal)
            .SelectMany(e => Makers.Where(m => e.StartsWith(m, StringComparison.Ordinal)).Select(m => e[m.Length..]).Prepend(e).Select(p => (SuggestionKind.Technology, p, e, (string?)null)));

    private static IEnumerable<(SuggestionKind, string, string, string?)> Skills(SkillTable table) =>
        table.Elements.Select(e => (SuggestionKind.Skill, e.Name, e.Id, (string?)e.Name));

    private sealed record Loaded(string Key, LoadedSkills Skills, ResumeWords Words);
}
