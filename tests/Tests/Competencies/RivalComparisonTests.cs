using Trellis.Core.Codes;
using Trellis.Core.Competencies.Comparison;
using Trellis.Interop.Comparisons;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>docs/formulas.md, "Statement likeness": what another statement that is alike takes from a pair.</summary>
public sealed class RivalComparisonTests
{
    // Unlike words among few statements weigh nearly 1 each.
    [Theory]
    [InlineData("", 0, 0.96, 0.97)] // alone: 1.95 / (1.95 + 0.6 * 0.05 + 0.9 * 0.05) = 0.963
    [InlineData("Sells tickets", 0, 0.96, 0.97)] // no word shared
    [InlineData("Repairs the pump daily", 0.769, 0.65, 0.66)] // 2 / (2 + 0.6) = 0.769; 0.963 - 0.4 * 0.769 = 0.655
    [InlineData("Repairs the valve", 0.4, 0.80, 0.81)] // 1 / (1 + 0.6 + 0.9) = 0.4; 0.963 - 0.16 = 0.803
    [InlineData("fixes the pump!", 0, 0.96, 0.97)] // says what the partner says
    public void Score_BesideAnotherStatement_IsAsWorkedOut(string other, double rival, double least, double most)
    {
        const string left = "Repairs the pump";
        const string right = "Fixes the pump";
        var likeness = new StatementLikeness("en", [left, right, other]);

        foreach (var found in new[] { likeness.Of(left, right, [left], [right, other]), likeness.Of(right, left, [right, other], [left]) })
        {
            Assert.Equal(rival, found.Rival, 0.01);
            Assert.InRange(found.Score, least, most);
            Assert.Equal(Math.Max(0, found.Words - 0.4 * found.Rival), found.Score, 9);
        }
    }

    [Fact]
    public void Score_OfEqualTexts_HasNoRival()
    {
        var likeness = new StatementLikeness("en", ["Repairs the pump", "repairs the pump.", "Repairs the pump daily"]);

        Assert.Equal(1, likeness.Of("Repairs the pump", "repairs the pump.", [], ["repairs the pump.", "Repairs the pump daily"]).Score);
    }

    [Fact]
    public void Compare_StatementsOfOneMold_AreNotTakenForOneAnother()
    {
        var left = Model("a", "Tests recovery plans for networks.");
        var one = Model("b", "Draws recovery plans for networks.", "Sells tickets.");
        var many = Model("c", "Draws recovery plans for networks.", "Prints recovery plans for networks.", "Sells tickets.");

        Assert.Contains(ModelComparer.Compare([left, one]).Clusters, c => c.State == ClusterState.Reworded);
        Assert.DoesNotContain(ModelComparer.Compare([left, many]).Clusters, c => c.State == ClusterState.Reworded);
        Assert.DoesNotContain(ModelComparer.Compare([many, left]).Clusters, c => c.State == ClusterState.Reworded);
    }

    [Fact]
    public void Compare_AMatch_TellsWhatItsRivalTook()
    {
        var comparison = ModelComparer.Compare([Model("a", "Repairs leaking pumps."), Model("b", "Fixes leaking pumps.", "Paints leaking pumps.")]);

        var likeness = Assert.Single(comparison.Clusters, c => c.Links.Count > 0).Links[0].Likeness!;
        Assert.InRange(likeness.Rival, 0.2, 0.8);
        Assert.Equal(likeness.Words - 0.4 * likeness.Rival, likeness.Score, 9);
    }

    [Theory]
    [InlineData("same,same;related,related", 1, 1)]
    [InlineData("same,reworded;related,different", 1, 1)] // both say match, both say none
    [InlineData("same,related;related,same", 0, -1)] // chance 0.5; (0 - 0.5) / (1 - 0.5)
    [InlineData("same,same;same,related;related,related;related,related", 0.75, 0.5)] // chance 0.5 * 0.25 + 0.5 * 0.75 = 0.5
    [InlineData("same,same", 1, 1)] // nothing else could be
    public void Agreement_OfTwoLabellers_IsAsWorkedOut(string labels, double agreed, double kappa)
    {
        var rows = labels.Split(';').Select(l => $"dev,variant,same,,en,,One.,,Two.,{l}");
        var pairs = LabelledPair.Read("split,source,label,trap,language,left,left_text,right,right_text,first_label,second_label\n" + string.Join('\n', rows) + "\n");

        var agreement = LabelAgreement.Of(pairs)!;

        Assert.Equal(agreed, agreement.Agreed, 9);
        Assert.Equal(kappa, agreement.Kappa, 9);
        Assert.Null(LabelAgreement.Of([]));
    }

    private static ComparedModel Model(string slug, params string[] texts) => new()
    {
        Slug = slug,
        Number = "1",
        Title = slug,
        Language = "en",
        Statements = [.. texts.Select(t => new ComparedStatement { Id = NameBasedId.Of(NameBasedId.UrlNamespace, slug + t), Text = t, Place = new(2, "Academic", "Reading") })],
    };
}
