using System.Text;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>A framework with one of everything, and the files that it must give, byte for byte.</summary>
internal static class CsvGolden
{
    private static readonly Guid Id = new("5b0a1c4e-7d2f-4c3a-9e88-0d6f2b7a1c55");
    private static readonly DateTimeOffset Day = new(2026, 2, 3, 0, 0, 0, TimeSpan.Zero);

    public static FrameworkContent Content()
    {
        var tier = Statement("tier", null, "Industry-wide technical", StatementKind.Tier);
        tier.Tier = 4;
        var block = Statement("block", tier, "Keeps the shop \"safe\", clean and ready", StatementKind.Block);
        block.Label = LanguageText.From([new("en", "Safe shop"), new("es", "Taller seguro")]);
        var behavior = Statement("behavior", block, "=SUM is how this text begins", StatementKind.KeyBehavior);
        behavior.Text = behavior.Text.With("es", "Un texto\nen dos líneas");
        behavior.Notation = "'4.1";
        behavior.Keywords = LanguageTerms.Of("en", ["lock|out", "tag out"]);
        behavior.ChangedAt = Day.AddDays(1);
        behavior.Extensions = "{\"educationLevel\":[\"09\"]}";
        List<Statement> statements = [tier, block, behavior];
        StatementTree.Arrange(statements);
        return new(
            new() { Id = Id, Slug = "small-model", Kind = FrameworkKind.Industry, Publisher = "Example Council", Industries = ["31-33", "332"] },
            new()
            {
                Title = LanguageText.From([new("en", "Small model"), new("es", "Modelo pequeño")])!,
                Number = "1.0",
                Language = "en",
                ChangedAt = Day,
                Sources = ["Example Council, meeting of February 2026"],
            },
            statements,
            [
                Link(behavior, "isRelatedTo", new("51-4041.00", "https://www.onetonline.org/link/summary/51-4041.00", "Machinists", NodeSchemes.OnetOccupation)),
                Link(behavior, "ext:needs", new("forklift card")),
                new() { Id = Id, Type = "exactMatchOf", Origin = new("elsewhere"), Destination = NodeRef.Statement(block.Id), Weight = 0.5, ChangedAt = Day },
            ]);
    }

    /// <summary>Compares with the file of that name; a file that is not there yet is written, and the test fails so that somebody reads it.</summary>
    public static void Compare(string name, byte[] bytes)
    {
        var path = Path.Combine(SourceFolder(), "Golden", name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            Assert.Fail($"{path} was not there and has been written; read it.");
        }
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), Encoding.UTF8.GetString(bytes));
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static Statement Statement(string name, Statement? parent, string text, StatementKind kind) => new()
    {
        Id = NameBasedId.Of(Id, name),
        ParentId = parent?.Id,
        Kind = kind,
        Text = LanguageText.Of("en", text),
        ChangedAt = Day,
    };

    private static Alignment Link(Statement origin, string type, NodeRef target) => new()
    {
        Id = NameBasedId.Of(Id, $"{origin.Id}|{type}|{target.Id}"),
        Type = type,
        Origin = NodeRef.Statement(origin.Id),
        Destination = target,
        Author = "Example Council",
        ChangedAt = Day,
    };
}
