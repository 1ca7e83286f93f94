using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Tests.Interop;

/// <summary>Frameworks of any content: texts that files stumble over, several languages, several parents, links to and from elsewhere.</summary>
internal static class AnyFramework
{
    private static readonly DateTimeOffset Day = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly Gen<string> Word = Gen.OneOf(
        "a", "Reads plans", "=1+1", "+x", "-x", "@x", "\tx", "\rx", "'quoted'", "'", "\"", "a,b", "a;b", "a|b", "a\\b", "a\\|b", "x (y)", "x {\"y\":1}", "{}", "(",
        "line\r\nbreak", "_x000D_ and _x005F_", "\u202Eright to left \u05D0\u05D1", "👩‍🏭", "@SUM(A1)", "0012", "3-10", "\uFFFEx", "line\nbreak", "line\rbreak", "ñandú 日本 🚀", "#hash", " padded ", "1", "2.A.1.a", "51-4041.00", "https://example.org/a?b=c|d", "＝x", "null", "-");

    private static readonly Gen<string?> Maybe = Gen.Frequency((3, Gen.Const((string?)null)), (2, Word.Select(w => (string?)w)), (1, Gen.Const((string?)"")));

    private static readonly Gen<LanguageText> Text =
        Gen.Select(Gen.OneOf("en", "es", "en-US", "und", "zh-Hant"), Word, Word).Select((tag, a, b) => LanguageText.From([new(tag, a), new("en", b)])!);

    public static Gen<FrameworkContent> Content { get; } =
        Gen.Select(Gen.Guid, Text, Maybe, Maybe, Gen.Select(Gen.Int[0, 100_000], Text, Text, Maybe, Maybe, Maybe).Array[0, 12], Gen.Select(Gen.Int[0, 1000], Word, Maybe, Maybe, Gen.Guid).Array[0, 12])
            .Select(Make);

    private static FrameworkContent Make(
        Guid id, LanguageText title, string? some, string? other,
        (int Seed, LanguageText Text, LanguageText Label, string? A, string? B, string? C)[] rows, (int Seed, string Target, string? A, string? B, Guid Id)[] links)
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
                Label = row.B is null ? null : row.Label,
                Text = row.Text,
                Notes = row.C is null ? null : row.Text,
                Keywords = LanguageTerms.From([new("en", [row.A ?? "", row.B ?? ""]), new("es", [row.C ?? ""])]),
                TypeLabel = row.B,
                Uri = row.C,
                DerivedFrom = row.A,
                ChangedAt = Day.AddMicroseconds(row.Seed % 3),
                Extensions = row.Seed % 2 == 0 ? "{\"x\": [1, \"|\\\\\"]}" : null,
            });
        }
        StatementTree.Arrange(statements);
        return new(
            new() { Id = id, Uri = some, Ctid = other, Publisher = some ?? "", Kind = FrameworkKind.Industry, Industries = some is { Length: > 0 } ? [some] : [] },
            new()
            {
                Title = title,
                Description = some is null ? null : title,
                Number = other ?? "",
                Language = "en",
                AdoptionStatus = some,
                StatusStart = other is null ? null : new(2025, 1, 2),
                ChangedAt = Day,
                ChangeSummary = other,
                Sources = other is { Length: > 0 } ? [other, "b"] : [],
                Extensions = some is null ? null : "{\"k\":1}",
            },
            statements,
            [.. links.Select(l => Link(id, statements, l.Seed, l.Target, l.A, l.B, l.Id))]);
    }

    private static Alignment Link(Guid framework, List<Statement> statements, int seed, string target, string? a, string? b, Guid id)
    {
        var origin = statements.Count > 0 && seed % 5 > 0 ? NodeRef.Statement(statements[seed % statements.Count].Id) : new("outside", a, b);
        var type = new[] { "isRelatedTo", "isChildOf", "ext:needs", "alignsTo" }[seed % 4];
        return new()
        {
            Id = id,
            Type = type,
            Origin = seed % 7 == 0 ? origin with { Uri = b } : origin,
            Destination = new(seed % 3 == 0 ? framework.ToString() : target, string.IsNullOrEmpty(a) ? null : a, string.IsNullOrEmpty(b) ? null : b, seed % 6 == 0 ? "onet-element" : null),
            Sequence = seed % 2 == 0 ? seed : null,
            Weight = seed % 3 == 0 ? 0.1 : null,
            Author = string.IsNullOrEmpty(a) ? null : a,
            Notes = b,
            ChangedAt = Day.AddDays(seed % 2),
            Extensions = seed % 5 == 0 ? "{}" : null,
        };
    }
}
