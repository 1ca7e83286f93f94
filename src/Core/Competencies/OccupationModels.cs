using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>A model that names an occupation, and what it says of it.</summary>
/// <param name="Mention">The statement that names it; null where the whole model is tied to it.</param>
public sealed record ModelOfOccupation(Framework Framework, LanguageText Title, Statement? Mention);

/// <summary>A statement that a model ties to an element which matters in an occupation.</summary>
public sealed record StatementOfElement(string ElementId, string Slug, LanguageText Model, Guid Id, LanguageText Text);

/// <summary>Which competency models speak of an occupation, by the links that their statements carry.</summary>
public static class OccupationModels
{
    /// <summary>The models that name the occupation, foundation and industry models first.</summary>
    public static async Task<List<ModelOfOccupation>> NamingAsync(Db db, string code, CancellationToken stop = default)
    {
        var links = await db.Alignments.Where(a => a.Destination.Id == code && a.Destination.Scheme == NodeSchemes.OnetOccupation)
            .Join(db.Frameworks, a => a.VersionKey, f => f.CurrentVersionKey, (a, f) => new { f, a.VersionKey, a.Origin.Id })
            .Join(db.FrameworkVersions, l => l.VersionKey, v => v.Key, (l, v) => new { l.f, l.VersionKey, l.Id, v.Title }).ToListAsync(stop);
        var ids = links.Select(l => Guid.TryParse(l.Id, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct().ToList();
        var statements = await db.Statements.Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(stop);
        return [.. links.GroupBy(l => l.f.Key).Select(g => g.First())
            .Select(l => new ModelOfOccupation(l.f, l.Title, statements.Find(s => s.VersionKey == l.VersionKey && s.Id.ToString("D") == l.Id)))
            .OrderBy(m => m.Framework.Kind).ThenBy(m => m.Title.ToString(), StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The codes of the occupations that a model names.</summary>
    public static Task<List<string>> CodesAsync(Db db, string slug, CancellationToken stop = default) => db.Frameworks.Where(f => f.Slug == slug)
        .Join(db.Alignments.Where(a => a.Destination.Scheme == NodeSchemes.OnetOccupation), f => f.CurrentVersionKey, a => a.VersionKey, (_, a) => a.Destination.Id)
        .Distinct().ToListAsync(stop);

    /// <summary>Statements of these models that are tied to these elements, in the order of the model; at most so many of each element.</summary>
    public static async Task<List<StatementOfElement>> StatementsAsync(
        Db db, IReadOnlyList<int> frameworks, IReadOnlyList<string> elements, int mostOfEach, CancellationToken stop = default)
    {
        var rows = await db.Frameworks.Where(f => frameworks.Contains(f.Key))
            .Join(db.Alignments.Where(a => a.Destination.Scheme == NodeSchemes.OnetElement && elements.Contains(a.Destination.Id)), f => f.CurrentVersionKey, a => a.VersionKey,
                (f, a) => new { f.Slug, a.VersionKey, Origin = a.Origin.Id, Element = a.Destination.Id, a.Ordinal })
            .ToListAsync(stop);
        var chosen = rows.OrderBy(r => r.VersionKey).ThenBy(r => r.Ordinal).GroupBy(r => r.Element).SelectMany(g => g.Take(mostOfEach)).ToList();
        var ids = chosen.Select(r => Guid.TryParse(r.Origin, out var id) ? id : Guid.Empty).Distinct().ToList();
        var versions = chosen.Select(r => r.VersionKey).Distinct().ToList();
        var texts = await db.Statements.Where(s => versions.Contains(s.VersionKey) && EF.Parameter(ids).Contains(s.Id)).Select(s => new { s.VersionKey, s.Id, s.Text }).ToListAsync(stop);
        var titles = await db.FrameworkVersions.Where(v => versions.Contains(v.Key)).ToDictionaryAsync(v => v.Key, v => v.Title, stop);
        return [.. chosen.Select(r => (Row: r, Text: texts.Find(t => t.VersionKey == r.VersionKey && t.Id.ToString("D") == r.Origin)))
            .Where(r => r.Text is not null).Select(r => new StatementOfElement(r.Row.Element, r.Row.Slug, titles[r.Row.VersionKey], r.Text!.Id, r.Text.Text))];
    }
}
