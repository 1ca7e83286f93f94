using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>Makes compared models of versions, with their statements, places and kinship, from the database or from memory.</summary>
public static class ComparedModels
{
    /// <summary>The most statements that all models together may have, so that one reader's comparison does not hold up the others.</summary>
    public const int MostStatements = 12_000;

    private const string ExactMatch = "exactMatchOf";

    /// <summary>Reads versions from the database, each in the language chosen for it.</summary>
    public static async Task<List<ComparedModel>> ReadAsync(Db db, IReadOnlyList<Model> models, IReadOnlyList<string> languages, CancellationToken stop = default)
    {
        var compared = new List<ComparedModel>();
        for (var i = 0; i < models.Count; i++)
        {
            var key = models[i].Version.Key;
            var statements = await ModelCatalog.StatementsAsync(db, models[i].Version, stop);
            var exact = await db.Alignments.Where(a => a.VersionKey == key && a.Type == ExactMatch).ToListAsync(stop);
            compared.Add(Of(models[i].Framework, models[i].Version, statements, exact, languages[i]));
        }
        return compared;
    }

    /// <summary>A framework in memory, in one language.</summary>
    public static ComparedModel Of(FrameworkContent content, string language) =>
        Of(content.Framework, content.Version, content.Statements, content.Alignments.Where(a => a.Type == ExactMatch), language);

    private static ComparedModel Of(Framework framework, FrameworkVersion version, List<Statement> statements, IEnumerable<Alignment> exact, string language)
    {
        var ends = exact.SelectMany(a => new[] { (From: a.Origin, To: a.Destination), (From: a.Destination, To: a.Origin) })
            .SelectMany(e => Names(e.From).SelectMany(from => Names(e.To).Select(to => (from, to))))
            .ToLookup(e => e.from, e => e.to, StringComparer.OrdinalIgnoreCase);
        var places = Places(statements, language);
        return new()
        {
            Slug = framework.Slug,
            Number = version.Number,
            Title = version.Title.In(language),
            Language = language,
            Statements = [.. statements.Where(s => s.Kind.StatesCompetency()).OrderBy(s => s.Ordinal).Select(s => new ComparedStatement
            {
                Id = s.Id,
                Uri = s.Uri,
                Text = s.Text.In(language),
                Notation = s.Notation,
                Place = places[s.Id],
                DerivedFrom = s.DerivedFrom,
                ExactMatches = [.. ends[s.Id.ToString("D")].Concat(s.Uri is null ? [] : ends[s.Uri]).Distinct()],
            })],
        };
    }

    private static IEnumerable<string> Names(NodeRef node) => node.Uri is null ? [node.Id] : [node.Id, node.Uri];

    /// <summary>The tier and block above each statement; without tiers, the topmost heading. Statements come before what stands below them.</summary>
    private static Dictionary<Guid, Place> Places(List<Statement> statements, string language)
    {
        var places = new Dictionary<Guid, Place>();
        foreach (var s in statements.OrderBy(s => s.Ordinal))
        {
            var above = s.ParentId is { } parent ? places.GetValueOrDefault(parent) : null;
            var title = (s.Label ?? s.Text).In(language);
            // What stands at the top of an untiered model names a place for what is below it.
            places[s.Id] = s.Kind switch
            {
                StatementKind.Tier => new(s.Tier, title, null),
                StatementKind.Block => new(s.Tier, above?.TierTitle, title),
                _ => above ?? new(s.Tier, null, title),
            };
        }
        return places;
    }
}
