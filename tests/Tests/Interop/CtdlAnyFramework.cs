using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Tests.Interop;

/// <summary>Frameworks of every shape: deep and flat, several parents, links of every type to everything, texts and addresses good and bad.</summary>
internal static class CtdlAnyFramework
{
    private static readonly DateTimeOffset Day = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly string[] Types =
    [
        "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf",
        "ext:ceasn.majorAlignment", "ext:ceasn.derivedFrom", "ext:needs", "ext:ceasn.nothing",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(
        "Weld", "Reads plans", " padded ", "a\"b\\c", "</script><b>", "line\nbreak", "ñandú 日本 🚀", "{\"@id\":1}", "https://example.org/a?b=c", "_:b", "null", "12", "ce-x", "http://[bad", "en");

    private static readonly Gen<string?> Maybe = Gen.Frequency((3, Gen.Const((string?)null)), (3, Word.Select(w => (string?)w)), (1, Gen.Const((string?)"")));

    private static readonly Gen<LanguageText> Text =
        Gen.Select(Gen.OneOf("en", "es", "en-US", "und"), Word, Word).Select((tag, a, b) => LanguageText.From([new(tag, a), new("en", b)])!);

    private static readonly Gen<string?> Kept = Gen.OneOf<string?>(
        null, "{}", """{"x":[1,null,{"y":{}}],"ceasn:weight":0.5}""", """{"ceasn:isPartOf":["https://a.org/f"],"ceasn:listID":"7","ceasn:comment":5}""",
        """{"@type":"ceasn:Competency","ceasn:inLanguage":["fr"],"ceasn:competencyCategory":{"en":"Weld","es":"Soldar"}}""", """{"ceasn:dateCreated":"2025-03-04","ceasn:alignTo":"no address"}""");

    public static Gen<FrameworkContent> Any { get; } = Gen.Select(
        Gen.Guid, Gen.Select(Text, Maybe, Maybe, Maybe), Gen.Select(Gen.Int[0, 100_000], Text, Maybe, Maybe, Maybe, Kept).Array[0, 14], Gen.Select(Gen.Int[0, 100_000], Maybe, Maybe, Gen.Guid).Array[0, 14])
        .Select((id, names, rows, links) =>
        {
            var statements = Statements(id, rows);
            return new FrameworkContent(
                Framework(id, names.Item2, names.Item3), Version(names.Item1, names.Item3, names.Item4), statements, [.. links.Select(l => Link(id, statements, l))]);
        });

    private static Framework Framework(Guid id, string? some, string? other) => new()
    {
        Id = id,
        Uri = some,
        Ctid = other is null ? null : $"ce-{NameBasedId.Of(id, "ctid " + other)}",
        Publisher = some ?? "",
        Kind = other is null ? FrameworkKind.Credential : FrameworkKind.Industry,
        Industries = other is null ? ["31-33", "3261"] : some is null ? [] : [some],
    };

    private static FrameworkVersion Version(LanguageText title, string? some, string? other) => new()
    {
        Title = title,
        Description = some is null ? null : title,
        Notice = other is null ? null : title,
        Number = other ?? "",
        Language = some is null ? "en" : "es",
        AdoptionStatus = some is null ? "Draft" : other,
        StatusStart = other is null ? null : new(2025, 1, 2),
        ChangedAt = other is null ? DateTimeOffset.UnixEpoch : Day.AddTicks(20),
        ChangeSummary = other,
        Champions = other is null ? [] : [other, "b"],
        Sources = other is null ? ["https://example.org/source"] : ["https://example.org/source", other],
        Extensions = some is null ? null : """{"CFDocument":{"creator":"Board","subject":["Trades"]},"other":[{}]}""",
        SourceFormat = "test",
    };

    private static List<Statement> Statements(Guid id, (int Seed, LanguageText Text, string? A, string? B, string? C, string? Kept)[] rows)
    {
        var statements = new List<Statement>();
        foreach (var row in rows)
        {
            statements.Add(new()
            {
                Id = NameBasedId.Of(id, $"{statements.Count}"),
                ParentId = statements.Count > 0 && row.Seed % 4 > 0 ? statements[row.Seed % statements.Count].Id : null,
                Position = statements.Count,
                Kind = (StatementKind)(row.Seed % 8),
                Tier = row.Seed % 3 == 0 ? 1 + row.Seed % 9 : null,
                Notation = row.A,
                Label = row.B is null ? null : row.Text,
                Text = row.Text,
                Notes = row.C is null ? null : row.Text,
                Keywords = LanguageTerms.From([new("en", [row.A ?? "", row.B ?? ""]), new("es", [row.C ?? ""])]),
                TypeLabel = row.B,
                Uri = row.C,
                DerivedFrom = row.Seed % 5 == 0 ? NameBasedId.Of(id, $"{row.Seed % 7}").ToString() : row.A,
                ChangedAt = row.Seed % 2 == 0 ? Day.AddTicks(20) : Day.AddMicroseconds(row.Seed % 3),
                Extensions = row.Kept,
            });
        }
        StatementTree.Arrange(statements);
        return statements;
    }

    private static Alignment Link(Guid framework, List<Statement> statements, (int Seed, string? A, string? B, Guid Id) link)
    {
        var seed = link.Seed;
        return new()
        {
            Id = link.Id,
            Type = Types[seed % Types.Length],
            Origin = End(framework, statements, seed / 3, link),
            Destination = End(framework, statements, seed / 5, link),
            Sequence = seed % 2 == 0 ? seed : null,
            Weight = seed % 3 == 0 ? 0.1 : null,
            Author = string.IsNullOrEmpty(link.A) ? null : link.A,
            Notes = link.B,
            ChangedAt = Day.AddDays(seed % 2),
            Extensions = (seed % 5) switch { 0 => "{}", 1 => """{"trellis:property":"ceasn:hasChild"}""", 2 => """{"trellis:property":"asn:alignTo","trellis:value":{"a":1}}""", _ => null },
        };
    }

    private static NodeRef End(Guid framework, List<Statement> statements, int seed, (int Seed, string? A, string? B, Guid Id) link) => (seed % 6) switch
    {
        0 => new(framework.ToString()),
        1 => new(link.A ?? "outside", link.B, link.A),
        2 => new("51-4121.00", null, null, NodeSchemes.OnetOccupation),
        _ => statements.Count == 0 ? new("https://example.org/else") : NodeRef.Statement(statements[seed % statements.Count].Id) with { Uri = seed % 4 == 0 ? link.B : null },
    };
}
