using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Models;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Frameworks for the tests of documents, and what an independent checker says of the files.</summary>
internal static class DocumentsSample
{
    /// <summary>A starter model that ships, with tiers, in English and Spanish.</summary>
    public static FrameworkContent Shipped(string slug) => Arranged(ShippedModels.Build(ShippedModels.DataFolder, slug + ".yaml"));

    /// <summary>A framework without tiers: headings, items with and without codes, several languages, signs that are no XML.</summary>
    public static FrameworkContent Untiered()
    {
        var content = Support.TestModel.Of("Welding & joining <basics>", "First thing", "Second thing", "=1+1");
        content.Statements[2].Text = LanguageText.Of("en", "Second thing \u0001\uD800 with noise");
        var top = content.Statements[0];
        top.Notes = LanguageText.Of("en", "A note\nover two lines");
        content.Statements[1].Notation = "W.1";
        content.Statements[1].Label = LanguageText.Of("de", "Das Erste");
        Add(content, content.Statements[1], 8);
        StatementTree.Arrange(content.Statements);
        content.Version.Number = "2";
        content.Version.Extensions = """{"licenseURI": {"title": "CC BY 4.0", "uri": "https://example.org/by"}}""";
        content.Alignments.Add(new() { Id = Guid.NewGuid(), Type = "isRelatedTo", Origin = NodeRef.Statement(top.Id), Destination = new("4.A.1", Title: "Getting Information", Scheme: NodeSchemes.OnetElement) });
        return content;
    }

    /// <summary>A framework of many statements that never stand in memory together.</summary>
    public static OutgoingModel Large(int statements)
    {
        var small = Support.TestModel.Of("Large");
        return OutgoingModel.Of(small) with { Statements = () => Enumerable.Range(0, statements).Select(Node).ToAsyncEnumerable() };
    }

    public static void AssertValid(OpenXmlPackage file)
    {
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Take(20)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static FrameworkContent Arranged(FrameworkContent content)
    {
        StatementTree.Arrange(content.Statements);
        content.Version.HasTiers = content.Statements.Exists(s => s.Kind == StatementKind.Tier);
        return content;
    }

    private static Statement Node(int i)
    {
        const int Group = 25;
        return new()
        {
            Id = new Guid(i, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 0]),
            Ordinal = i,
            Size = i % Group == 0 ? Group - 1 : 0,
            Text = LanguageText.Of("en", i % Group == 0 ? $"Topic {i / Group}" : $"Explains the step {i} of the work to somebody who has not done it before."),
        };
    }

    private static void Add(FrameworkContent content, Statement parent, int levels)
    {
        for (var i = 0; i < levels; i++)
        {
            var child = new Statement { Id = Guid.NewGuid(), ParentId = parent.Id, Text = LanguageText.Of("es", $"Nivel {i}") };
            content.Statements.Add(child);
            parent = child;
        }
    }
}
