using System.Text;
using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Csv;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Whatever a framework holds, our CSV gives it back, and writes it in the same bytes again.</summary>
public sealed class CsvRoundTripTests
{
    private static readonly DateTimeOffset Day = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly Gen<string> Word = Gen.OneOf(
        "a", "Reads plans", "=1+1", "+x", "-x", "@x", "\tx", "\rx", "'quoted'", "'", "\"", "a,b", "a;b", "a|b", "a\\b", "a\\|b", "x (y)", "x {\"y\":1}", "{}", "(",
        "line\r\nbreak", "line\nbreak", "line\rbreak", "ñandú 日本 🚀", "#hash", " padded ", "1", "2.A.1.a", "51-4041.00", "https://example.org/a?b=c|d", "＝x", "null", "-");

    private static readonly Gen<string?> Maybe = Gen.Frequency((3, Gen.Const((string?)null)), (2, Word.Select(w => (string?)w)), (1, Gen.Const((string?)"")));

    private static readonly Gen<LanguageText> Text =
        Gen.Select(Gen.OneOf("en", "es", "en-US", "und", "zh-Hant"), Word, Word).Select((tag, a, b) => LanguageText.From([new(tag, a), new("en", b)])!);

    private static readonly Gen<FrameworkContent> Content =
        Gen.Select(Gen.Guid, Text, Maybe, Maybe, Gen.Select(Gen.Int[0, 100_000], Text, Text, Maybe, Maybe, Maybe).Array[0, 12], Gen.Select(Gen.Int[0, 1000], Word, Maybe, Maybe, Gen.Guid).Array[0, 12])
            .Select(Make);

    [Fact]
    public void AnyFramework_WrittenAndRead_IsTheSame() => Content.Sample(
        content =>
        {
            var first = Write(content);
            var report = new ImportReport("any.csv");
            var read = CsvReader.Format.Read(new("any.csv", first), report);
            Assert.Empty(report.Problems.Select(p => $"{p.Where} {p.Message}"));
            Assert.Equal(ContentHash.Of(content), ContentHash.Of(read));
            Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(Write(read)));
        },
        iter: 1500);

    [Fact]
    public void ASmallFramework_IsWrittenAsTheGoldenFileSays()
    {
        var content = CsvGolden.Content();

        var bytes = Write(content);

        CsvGolden.Compare("small-model.csv", bytes);
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(CsvReader.Format.Read(new("small-model.csv", bytes), new("small-model.csv"))));
    }

    [Fact]
    public async Task ASmallFramework_AsJson_IsWrittenAsTheGoldenFileSays()
    {
        var stream = new MemoryStream();

        await Trellis.Interop.Export.ModelJson.WriteAsync(OutgoingModel.Of(CsvGolden.Content()), stream, TestContext.Current.CancellationToken);

        CsvGolden.Compare("small-model.json", stream.ToArray());
    }

    [Fact]
    public async Task ALargeFramework_IsWrittenInSmallPieces()
    {
        var content = Support.TestModel.Of("Large", [.. Enumerable.Range(0, 50_000).Select(i => $"Statement number {i} of a model that is as large as models get")]);
        var (csv, json) = (new Pieces(), new Pieces());

        await CsvWriter.WriteAsync(OutgoingModel.Of(content), csv, TestContext.Current.CancellationToken);
        await Trellis.Interop.Export.ModelJson.WriteAsync(OutgoingModel.Of(content), json, TestContext.Current.CancellationToken);

        Assert.All([csv, json], p => Assert.True(p.Length > 5_000_000 && p.Largest < 200_000, $"{p.Length} bytes, {p.Largest} at once"));
    }

    /// <summary>Measures what is written and keeps nothing; like an answer of the server, it takes nothing but asynchronous writes.</summary>
    private sealed class Pieces : MemoryStream
    {
        private long _length;

        public int Largest { get; private set; }

        public override long Length => _length;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous writes are not allowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous writes are not allowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (_length, Largest) = (_length + buffer.Length, Math.Max(Largest, buffer.Length));
            return ValueTask.CompletedTask;
        }
    }

    private static byte[] Write(FrameworkContent content)
    {
        var stream = new MemoryStream();
        CsvWriter.WriteAsync(OutgoingModel.Of(content), stream, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }

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
