using System.Text.Json;
using CsCheck;
using Trellis.Core.Competencies;
using Trellis.Interop.Ctdl;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What the graphs say once they are expanded with the official context, counted against the models they came from.</summary>
public sealed class CtdlExpansionTests
{
    private const string Ceasn = "https://purl.org/ctdlasn/terms/";

    [Fact]
    public void Terms_AreTypedAsTheOfficialContextSays()
    {
        var official = CtdlExpansion.Official;

        Assert.True(CtdlTerms.All.Count > 100);
        Assert.All(CtdlTerms.All, term => Assert.Equal(term.Value, official.TypeOf(term.Key) switch
        {
            "@id" => CtdlValue.Address,
            "@language" => CtdlValue.Text,
            { } literal when literal.StartsWith("xsd:", StringComparison.Ordinal) => CtdlValue.Literal,
            var other => throw new Xunit.Sdk.XunitException($"{term.Key} is typed {other ?? "not at all"}."),
        }));
    }

    [Fact]
    public void AnyFramework_Expanded_LosesNothing() => CtdlAnyFramework.Any.Sample(Check, iter: 300);

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void ShippedModel_Expanded_SaysWhatTheModelHolds(string name)
    {
        var content = ShippedModelFiles.Content(name);

        Check(content);

        var triples = CtdlExpansion.Official.Triples(CtdlOut.Write(content));
        Assert.Equal(content.Framework.Industries.Count, triples.Count(t => t.Property == "https://purl.org/ctdl/terms/industryType"));
        Assert.Contains(triples, t => t.Property == Ceasn + "publicationStatusType" && t.Address!.EndsWith("publicationStatus/Published", StringComparison.Ordinal));
        CheckRegistry(CtdlOut.Write(content));
    }

    [Theory]
    [MemberData(nameof(CtdlOut.RealFiles), MemberType = typeof(CtdlOut))]
    public void RealFile_Expanded_SaysWhatTheModelHolds(string file)
    {
        var read = TestImport.ReadFile(SharedData.Path(file));
        foreach (var content in read.Content is { } only ? [only, .. read.Further] : read.Further)
            Check(content);
    }

    /// <summary>Every statement is there once, with its place and its text in every language.</summary>
    private static void Check(FrameworkContent content)
    {
        var triples = CtdlExpansion.Official.Triples(CtdlOut.Write(content));

        var isScheme = content.Version.Extensions?.Contains("Concept", StringComparison.Ordinal) == true || content.Version.Extensions?.Contains("Progression", StringComparison.Ordinal) == true;
        var ids = triples.Where(t => t.Property == "https://purl.org/ctdl/terms/ctid").Select(t => t.Text!).ToList();
        Assert.Equal(content.Statements.Select(s => $"ce-{s.Id}").Order(), ids.Skip(1).Order());
        Assert.Equal(ids.Count, triples.Where(t => t.Property == "https://purl.org/ctdl/terms/ctid").Select(t => t.Subject).Distinct().Count());
        if (isScheme)
            return;
        Assert.Equal(content.Statements.Count, triples.Count(t => t.Property == "@type" && t.Address == Ceasn + "Competency"));
        Assert.Equal(content.Statements.Sum(s => s.Text.Values.Count), triples.Count(t => t.Property == Ceasn + "competencyText"));
        Assert.Equal(content.Statements.Sum(s => s.Label?.Values.Count ?? 0), triples.Count(t => t.Property == Ceasn + "competencyLabel"));
        var placed = content.Statements.Where(s => s.ParentId is not null).ToList();
        Assert.Equal(content.Statements.Count - placed.Count, triples.Count(t => t.Property == Ceasn + "hasTopChild"));
        CheckTree(placed, triples);
    }

    private static void CheckTree(List<Statement> placed, List<CtdlTriple> triples)
    {
        var address = triples.Where(t => t.Property == "https://purl.org/ctdl/terms/ctid").Skip(1).ToDictionary(t => t.Text!, t => t.Subject);
        var up = triples.Where(t => t.Property == Ceasn + "isChildOf").Select(t => (t.Subject, t.Address)).ToHashSet();
        var down = triples.Where(t => t.Property == Ceasn + "hasChild").Select(t => (t.Address, t.Subject)).ToHashSet();
        foreach (var s in placed)
        {
            var (child, parent) = (address[$"ce-{s.Id}"], address[$"ce-{s.ParentId}"]);
            Assert.Contains((child, parent), up);
            Assert.Contains((child, parent), down);
        }
    }

    /// <summary>What the Credential Registry asks of the nodes, as far as its schemas can be used.</summary>
    private static void CheckRegistry(byte[] graph)
    {
        using var document = JsonDocument.Parse(graph);
        foreach (var (i, node) in document.RootElement.GetProperty("@graph").EnumerateArray().Index())
        {
            var schema = i == 0 ? "competency_framework" : "competency";
            var required = JsonDocument.Parse(File.ReadAllBytes(SharedStandards.Path($"ctdl/registry-validation/{schema}.json"))).RootElement
                .GetProperty("definitions").GetProperty(i == 0 ? "ceasn:CompetencyFramework" : "ceasn:Competency").GetProperty("required");
            Assert.All(required.EnumerateArray(), name => Assert.True(node.TryGetProperty(name.GetString()!, out _), $"{name} is missing in node {i}."));
        }
    }
}
