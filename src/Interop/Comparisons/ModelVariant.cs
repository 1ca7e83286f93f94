using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Comparison;

namespace Trellis.Interop.Comparisons;

/// <summary>
/// Makes a changed copy of a model by seeded rules (a fifth of the statements dropped, the rest shuffled over the blocks, three in
/// ten reworded) and measures whether a comparison by words finds every statement again.
/// </summary>
public static class ModelVariant
{
    private const double Dropped = 0.2;
    private const double Reworded = 0.3;

    public static AssignmentMeasure Measure(FrameworkContent content, int seed)
    {
        var model = ComparedModels.Of(content, "en");
        var (variant, origins, reworded) = Make(model, new Random(seed));
        var comparison = ModelComparer.Compare([model, variant], useLinks: false);
        var matches = comparison.Clusters.Where(c => c.Members[0] is not null && c.Members[1] is not null).ToList();
        var right = matches.Count(c => origins[c.Members[1]!.Id] == c.Members[0]!.Id);
        return new(
            content.Framework.Slug, model.Statements.Count, variant.Statements.Count, reworded,
            PairMeasure.Share(right, matches.Count), PairMeasure.Share(right, variant.Statements.Count));
    }

    private static (ComparedModel Variant, Dictionary<Guid, Guid> Origins, int Reworded) Make(ComparedModel model, Random random)
    {
        var kept = model.Statements.Where(_ => random.NextDouble() >= Dropped).ToArray();
        var places = kept.Select(s => s.Place).ToArray();
        random.Shuffle(kept);
        random.Shuffle(places);
        var origins = new Dictionary<Guid, Guid>();
        var reworded = 0;
        var statements = new List<ComparedStatement>();
        for (var i = 0; i < kept.Length; i++)
        {
            var id = NameBasedId.Of(kept[i].Id, "variant");
            var changes = random.NextDouble() < Reworded;
            reworded += changes ? 1 : 0;
            origins.Add(id, kept[i].Id);
            statements.Add(kept[i] with { Id = id, Place = places[i], DerivedFrom = null, Text = changes ? RewordingRules.Apply(kept[i].Text, random) : kept[i].Text });
        }
        return (model with { Slug = model.Slug + "-variant", Statements = statements }, origins, reworded);
    }
}
