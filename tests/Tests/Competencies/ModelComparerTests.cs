using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>docs/formulas.md, "Model overlap".</summary>
public sealed class ModelComparerTests
{
    private static readonly Place Reading = new(2, "Academic", "Reading & Writing");
    private static readonly Place Safety = new(3, "Workplace", "Safety");

    [Fact]
    public void Compare_SameRewordedMovedAndLonelyStatements_TellsThemApart()
    {
        var comparison = ModelComparer.Compare(
        [
            Model("a", ("Reads warning labels.", Reading), ("Repairs leaking pumps.", Safety), ("Trains new crew members.", Safety)),
            Model("b", ("reads warning labels", Reading with { Heading = "Writing and Reading" }), ("Fixes leaking pumps.", Reading), ("Sells tickets.", Safety)),
        ]);

        Assert.Equal(["Same", "Reworded moved", "OnlyHere", "OnlyHere"], comparison.Clusters.Select(c => c.State + (c.Moved ? " moved" : "")));
        var link = Assert.Single(comparison.Clusters[1].Links);
        Assert.Equal(MatchReason.Words, link.Reason);
        Assert.InRange(comparison.Clusters[1].Score!.Value, StatementLikeness.Threshold, 0.99);
        Assert.Equal([2, 3], comparison.Overlap.Select(o => o.Tier!.Value));
        Assert.Equal(new ModelShare(1, 0, 0, 0), comparison.Overlap[0].Models[0]);
        Assert.Equal(new ModelShare(1, 1, 0, 1), comparison.Overlap[0].Models[1]);
        Assert.Equal(new ModelShare(0, 1, 1, 1), comparison.Overlap[1].Models[0]);
        Assert.Equal(new ModelShare(0, 0, 1, 0), comparison.Overlap[1].Models[1]);
    }

    [Fact]
    public void Compare_EveryStatement_StandsInExactlyOneCluster()
    {
        ComparedModel[] models = [Generated("a", 1, 60), Generated("b", 2, 60), Generated("c", 3, 60), Generated("d", 4, 60)];

        var clusters = ModelComparer.Compare(models).Clusters;

        for (var m = 0; m < models.Length; m++)
            Assert.Equal(models[m].Statements.Select(s => s.Id).Order(), clusters.Where(c => c.Members[m] is not null).Select(c => c.Members[m]!.Id).Order());
        Assert.Contains(clusters, c => c.Members.Count(s => s is not null) > 2);
    }

    [Fact]
    public void Compare_TwoCouplesThatAreAllAlike_StayApart()
    {
        var comparison = ModelComparer.Compare(
        [
            Model("a", ("Repairs leaking pumps.", Safety), ("Repairs leaking pumps daily.", Safety)),
            Model("b", ("Repairs leaking pumps daily.", Safety), ("Repairs leaking pumps.", Safety)),
        ]);

        Assert.Equal([ClusterState.Same, ClusterState.Same], comparison.Clusters.Select(c => c.State));
    }

    [Fact]
    public void Compare_StatementsInAnotherOrder_MatchesTheSame()
    {
        var (left, right) = (Generated("a", 5, 80), Generated("b", 6, 80));
        var reversed = right with { Statements = [.. right.Statements.Reverse()] };

        Assert.Equal(Scores(ModelComparer.Compare([left, right])), Scores(ModelComparer.Compare([left, reversed])));
        Assert.Equal(Scores(ModelComparer.Compare([left, right])), Scores(ModelComparer.Compare([left, right])));
    }

    [Fact]
    public void Compare_ByIndex_FindsWhatScoringEveryPairFinds()
    {
        var (left, right) = (Generated("a", 7, 80), Generated("b", 8, 80));
        var texts = left.Statements.Concat(right.Statements).Select(s => s.Text).Distinct().ToList();
        var likeness = new StatementLikeness("en", left.Statements.Concat(right.Statements).Select(s => s.Text));
        Assert.Equal(160, texts.Count);

        var matched = ModelComparer.Compare([left, right]).Clusters.Where(c => c.Members.All(s => s is not null)).ToList();
        var lonely = ModelComparer.Compare([left, right]).Clusters.Where(c => c.State == ClusterState.OnlyHere).ToLookup(c => c.First, c => c.Members[c.First]!);

        Assert.NotEmpty(matched);
        Assert.All(matched, c => Assert.Equal(Score(c.Members[0]!.Text, c.Members[1]!.Text), c.Score!.Value, 9));
        Assert.DoesNotContain(lonely[0], l => lonely[1].Any(r => Score(l.Text, r.Text) >= StatementLikeness.Threshold));

        double Score(string l, string r) => likeness.Of(l, r, left.Statements.Select(s => s.Text), right.Statements.Select(s => s.Text)).Score;
    }

    [Fact]
    public void Compare_TwoCandidatesForOne_TakesTheCloserAndLeavesTheOther()
    {
        var comparison = ModelComparer.Compare(
        [
            Model("a", ("Inspects ladders before every use.", Safety)),
            Model("b", ("Inspects ladders before each use at work.", Safety), ("Checks ladders before every use.", Reading)),
        ]);

        var match = Assert.Single(comparison.Clusters, c => c.State == ClusterState.Reworded);
        Assert.Equal("Checks ladders before every use.", match.Members[1]!.Text);
        Assert.Single(comparison.Clusters, c => c.State == ClusterState.OnlyHere);
    }

    [Fact]
    public void Compare_WithIdentifiersAndLinks_MatchesAndGivesTheReason()
    {
        var id = Guid.NewGuid();
        var left = Model("a", ("Counts cash.", Safety), ("Stocks shelves.", Safety), ("Polishes brass.", Safety));
        var right = Model("b", ("Balances the register.", Safety), ("Refills racks.", Safety), ("Polishes brass rails and bells.", Safety));
        left = left with { Statements = [left.Statements[0] with { Id = id }, left.Statements[1], left.Statements[2]] };
        right = right with
        {
            Statements =
            [
                right.Statements[0] with { Id = id },
                right.Statements[1] with { ExactMatches = [left.Statements[1].Id.ToString()] },
                right.Statements[2] with { DerivedFrom = left.Statements[2].Id.ToString() },
            ],
        };

        var linked = ModelComparer.Compare([left, right]).Clusters.SelectMany(c => c.Links).Select(l => l.Reason);
        var byWords = ModelComparer.Compare([left, right], useLinks: false).Clusters.SelectMany(c => c.Links).Select(l => l.Reason);

        Assert.Equal([MatchReason.SameIdentifier, MatchReason.ExactMatch, MatchReason.Derived], linked);
        Assert.DoesNotContain(MatchReason.SameIdentifier, byWords);
    }

    [Fact]
    public void Compare_OtherLanguages_MatchesLinkedStatementsOnly()
    {
        var left = Model("a", ("Lee mapas.", Safety)) with { Language = "es" };
        var right = Model("b", ("Lee mapas.", Safety), ("Reads maps.", Safety));
        right = right with { Statements = [right.Statements[0], right.Statements[1] with { ExactMatches = [left.Statements[0].Id.ToString()] }] };

        var comparison = ModelComparer.Compare([left, right]);

        Assert.False(comparison.OneLanguage);
        var match = Assert.Single(comparison.Clusters, c => c.Links.Count > 0);
        Assert.Equal(ClusterState.Linked, match.State);
        Assert.Equal("Reads maps.", match.Members[1]!.Text);
        Assert.Null(match.Score);
    }

    [Theory]
    [InlineData("en,es", "es-MX,en", "es", "es,es")]
    [InlineData("en,es", "en", "es", "en,en")]
    [InlineData("fr", "es", "es", "fr,es")]
    [InlineData("und", "en", "es", "en,en")]
    [InlineData("de,fr", "fr,de", "en", "de,de")]
    public void Language_OfAComparison_IsOneThatAllHave(string one, string other, string reader, string expected) =>
        Assert.Equal(expected, string.Join(',', ComparedLanguage.Choose([Version(one), Version(other)], reader)));

    private static FrameworkVersion Version(string languages) => new()
    {
        Title = LanguageText.Of("en", "x"),
        Languages = languages.Split(','),
        Language = languages.Split(',')[0],
    };

    private static List<double?> Scores(ModelComparison comparison) => [.. comparison.Clusters.Select(c => c.Score).Order()];

    private static ComparedModel Generated(string slug, int seed, int count)
    {
        string[] verbs = ["Checks", "Inspects", "Repairs", "Fixes", "Orders", "Cleans", "Counts", "Paints"];
        string[] things = ["pumps", "ladders", "valves", "customer files", "client folders", "brakes", "hoses", "filters"];
        string[] ends = ["before use", "after each shift", "every week", "for the supervisor", "for the boss", "without being told", "at night"];
        var random = new Random(seed);
        return Model(slug, [.. Enumerable.Range(0, count).Select(i =>
            ($"{verbs[random.Next(8)]} {things[random.Next(8)]} {ends[random.Next(7)]} in hall {slug}{i}.", random.Next(2) == 0 ? Reading : Safety))]);
    }

    private static ComparedModel Model(string slug, params (string Text, Place Place)[] statements) => new()
    {
        Slug = slug,
        Number = "1",
        Title = slug,
        Language = "en",
        Statements = [.. statements.Select((s, i) => new ComparedStatement { Id = NameBasedId.Of(NameBasedId.UrlNamespace, $"{slug}/{i}/{s.Text}"), Text = s.Text, Place = s.Place })],
    };
}
