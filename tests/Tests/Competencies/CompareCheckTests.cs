using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop.Comparisons;
using Trellis.Interop.Models;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>The labelled pairs still point to something, and the comparison does not get worse on them unseen.</summary>
public sealed class CompareCheckTests
{
    internal static readonly string GoldenFolder = Path.Combine(Root(), "tests", "Tests", "Golden");

    private static readonly string PairsFile = Path.Combine(GoldenFolder, "compare-pairs.csv");
    private static readonly List<LabelledPair> Pairs = LabelledPair.Read(File.ReadAllText(PairsFile, Utf8.Strict));
    private static readonly List<FrameworkContent> Models = [.. ShippedModels.Names(ShippedModels.DataFolder).Select(n => ShippedModels.Build(ShippedModels.DataFolder, n))];

    [Fact]
    public void Pairs_AreManyAndHard()
    {
        Assert.True(Pairs.Count >= 600);
        Assert.True(Pairs.Count(p => p.Split == "fresh-test") >= 120);
        Assert.True(Pairs.Count(p => !p.IsMatch) >= Pairs.Count / 3);
        Assert.All(Pairs, p => Assert.Contains(p.Split, new[] { "dev", "test", "fresh-dev", "fresh-test" }));
        Assert.All(Pairs, p => Assert.True(p.Left.IsReal || p.Left.Text.Length > 0));
        Assert.All(Pairs.Where(p => p.Left.IsReal || p.Right.IsReal), p => Assert.Equal("", p.Left.Text + p.Right.Text));
    }

    [Fact]
    public void References_ToShippedModels_Resolve()
    {
        var texts = new LabelledTexts(Models, null);
        var references = Pairs.SelectMany(p => new[] { (p.Row, p.Language, Statement: p.Left), (p.Row, p.Language, Statement: p.Right) })
            .Where(s => s.Statement is { IsReal: false, IsWritten: false }).ToList();

        Assert.True(references.Count > 200);
        Assert.DoesNotContain(references, s => texts.CanLookUp(s.Statement) && texts.Find(s.Statement, s.Language) is null);
        if (references.Exists(s => !texts.CanLookUp(s.Statement)) && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Skip("Not all models that the pairs refer to are in this tree.");
        Assert.All(references, s => Assert.True(texts.CanLookUp(s.Statement), $"row {s.Row}: no model for {s.Statement.Reference}"));
    }

    [Fact]
    public void References_ToRealReleases_Resolve()
    {
        var texts = new LabelledTexts(Models, SharedData.Path("."));

        Assert.All(Pairs.SelectMany(p => new[] { p.Left, p.Right }).Where(s => s.IsReal), s => Assert.NotNull(texts.Find(s, "en")));
    }

    [Fact]
    public async Task Check_OnTheLabelledPairs_HoldsWhatWasReached()
    {
        var result = await CompareCheck.RunAsync(new(PairsFile, Models, SharedData.Root), TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage(result.ToTable());
        Assert.Equal(Pairs.Count, result.Pairs);
        Assert.All(Reached, r =>
        {
            Assert.True(result.Measure(r.Split).Precision >= r.Precision, result.ToTable());
            Assert.True(result.Measure(r.Split).Recall >= r.Recall, result.ToTable());
            Assert.True(result.Reach.Single(x => x.Split == r.Split).Recall >= r.RecallAtPrecision, result.ToTable());
        });
        Assert.True(result.Agreement is { Pairs: > 390, Kappa: > 0.95 }, result.ToTable());
        Assert.Equal(4 * 7, result.Curve.Count);
        Assert.All(result.Curve.Zip(result.Curve.Skip(1)).Where(c => c.First.Split == c.Second.Split), c => Assert.True(c.First.Recall >= c.Second.Recall));
        Assert.NotEmpty(result.Assignments);
        Assert.All(result.Assignments, a => Assert.True(a.Precision >= 0.98 && a.Recall >= 0.95, result.ToTable()));
        Assert.Contains("precision", result.ToTable(), StringComparison.Ordinal);
    }

    // What was reached, less a little: a change that does worse must be seen and argued for.
    private static readonly (string Split, double Precision, double Recall, double RecallAtPrecision)[] Reached =
    [
        ("dev", 0.75, 0.84, 0.75),
        ("test", 0.68, 0.86, 0.46),
        ("fresh-dev", 0.97, 0.58, 0.65),
        ("fresh-test", 0.94, 0.55, 0.66),
    ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Trellis.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("Trellis.slnx stands in no folder above the tests.");
        return folder.FullName;
    }
}
