using System.Text.Encodings.Web;
using System.Text.Json;
using Trellis.Core.Competencies.Comparison;

namespace Trellis.Interop.Comparisons;

/// <summary>A comparison as one JSON object: the models, how much they share by place, and every statement with its matches and the words they rest on.</summary>
public static class ComparisonJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(ModelComparison comparison) => JsonSerializer.Serialize(Shape(comparison), Options);

    private static object Shape(ModelComparison comparison) => new
    {
        models = comparison.Models.Select(m => new { m.Slug, version = m.Number, m.Title, m.Language, statements = m.Statements.Count }),
        comparison.OneLanguage,
        threshold = StatementLikeness.Threshold,
        overlap = comparison.Overlap.Select(o => new
        {
            o.Tier,
            o.Title,
            models = o.Models.Select(s => new { s.Total, s.Same, s.Reworded, s.OnlyHere, s.Moved }),
        }),
        statements = comparison.Clusters.Select(c => new
        {
            state = ComparisonNames.Of(c.State),
            c.Moved,
            score = Round(c.Score),
            members = c.Members.Select((s, m) => (s, m)).Where(x => x.s is not null).Select(x => Member(comparison.Models[x.m], x.s!)),
            links = c.Links.Count == 0 ? null : c.Links.Select(l => Link(comparison.Models[l.Model], l)),
        }),
    };

    private static object Member(ComparedModel model, ComparedStatement statement) => new
    {
        model = model.Slug,
        version = model.Number,
        statement.Id,
        number = statement.Notation,
        tier = statement.Place.Tier,
        tierTitle = statement.Place.TierTitle,
        heading = statement.Place.Heading,
        statement.Text,
    };

    private static object Link(ComparedModel model, ClusterLink link) => new
    {
        model = model.Slug,
        version = model.Number,
        matchedBy = ComparisonNames.Of(link.Reason),
        score = Round(link.Likeness?.Score),
        wordScore = Round(link.Likeness?.Words),
        rival = Round(link.Likeness?.Rival),
        words = link.Likeness?.Matched.Select(m => new
        {
            left = m.Left.Word,
            leftWeight = Round(m.Left.Weight),
            right = m.Right.Word,
            rightWeight = Round(m.Right.Weight),
            m.Closeness,
            by = ComparisonNames.Of(m.By),
        }),
        onlyLeft = link.Likeness?.OnlyLeft.Select(Word),
        onlyRight = link.Likeness?.OnlyRight.Select(Word),
        factors = link.Likeness?.Factors.Select(f => new { reason = ComparisonNames.Of(f.Reason), factor = Round(f.Factor) }),
    };

    private static object Word(WeighedWord word) => new { word.Word, weight = Round(word.Weight) };

    private static double? Round(double? value) => value is { } number ? Math.Round(number, 3) : null;
}
