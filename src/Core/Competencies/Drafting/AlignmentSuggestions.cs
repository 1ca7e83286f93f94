using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>Something that a statement could be aligned to, how alike they are (0 to 1) and the words that say so. A person accepts it.</summary>
public sealed record AlignmentSuggestion(NodeRef Destination, string Type, string Description, double Score, IReadOnlyList<string> Words);

/// <summary>Suggests O*NET elements and statements of other models for a statement of a draft.</summary>
public static class AlignmentSuggestions
{
    private const string Related = "isRelatedTo";
    private const double LeastScore = 0.1;
    private const int Most = 5;

    /// <summary>Elements whose name and description share telling words with the English text of the statement.</summary>
    public static async Task<List<AlignmentSuggestion>> ElementsAsync(Db db, DraftStatement statement, CancellationToken stop = default)
    {
        var isEnglish = LanguageText.Primary(statement.Text.LanguageFor("en")) is "en" or LanguageText.Unknown;
        if (!isEnglish || await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet, stop: stop) is not { } release)
            return [];
        var elements = (await db.ContentElements.Where(e => e.ReleaseKey == release.Key).ToListAsync(stop))
            .Where(e => e.Description.Length > 0 && ElementGroups.Of(e.Id) is ElementGroup.Abilities or ElementGroup.EssentialSkills
                or ElementGroup.TransferableSkills or ElementGroup.Knowledge or ElementGroup.WorkActivities or ElementGroup.WorkStyles).ToList();
        var text = PlainText.Of(statement.Text.In("en"));
        var told = elements.ConvertAll(e => $"{e.Name}. {e.Description}");
        var likeness = new StatementLikeness("en", [text, .. told]);
        return [.. elements.Zip(told, (e, t) => (Element: e, Likeness: likeness.Of(text, t)))
            .Where(x => x.Likeness.Words >= LeastScore && x.Likeness.Matched.Count > 1)
            .OrderByDescending(x => x.Likeness.Words).ThenBy(x => x.Element.Id, StringComparer.Ordinal).Take(Most)
            .Select(x => new AlignmentSuggestion(
                new(x.Element.Id, null, x.Element.Name, NodeSchemes.OnetElement), Related, x.Element.Description, x.Likeness.Words,
                [.. x.Likeness.Matched.Select(m => m.Left.Word).Distinct(StringComparer.OrdinalIgnoreCase)]))];
    }

    /// <summary>Statements of published models that say something close.</summary>
    public static async Task<List<AlignmentSuggestion>> StatementsAsync(Db db, SearchIndex index, DraftStatement statement, CancellationToken stop = default)
    {
        var asked = new Statement { Id = statement.Id, Kind = statement.Kind, Label = statement.Label, Text = statement.Text, Keywords = statement.Keywords };
        var hits = await index.SimilarAsync(db, asked, Most, stop);
        return [.. hits.Where(h => h.StatementId != statement.Id && h.StatementId.ToString("D") != statement.DerivedFrom).Select(h => new AlignmentSuggestion(
            NodeRef.Statement(h.StatementId) with { Title = PlainText.Of(h.Text.ToString()) }, Related, h.ModelTitle.ToString(), h.Score, h.SharedWords))];
    }
}
