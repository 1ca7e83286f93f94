using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using Trellis.Core.Codes;
using Trellis.Interop.Models;
using Xunit;
using YamlDotNet.Serialization;

namespace Trellis.Tests.Interop;

/// <summary>data/models/model.schema.json takes every shipped model, and broken ones are refused where they are broken.</summary>
public sealed class ShippedModelSchemaTests
{
    private const string Sound = """
        format: 1
        id: 0f3cf4a1-6f0c-4d3b-9d53-4d8e2f3f6c11
        slug: lamp-making
        kind: industry
        version: "1.0"
        published: 2026-01-15
        publisher: Trellis
        title: { en: Lamp Making, es: Fabricación de lámparas }
        description: { en: Work on lamps., es: Trabajo con lámparas. }
        notice: { en: A test., es: Una prueba. }
        industries: ["31-33"]
        sources: [A test]
        tiers:
          - tier: 1
            title: { en: Personal, es: Personal }
            blocks:
              - use: staffing
              - id: care
                title: { en: Care, es: Cuidado }
                definition: { en: Taking care., es: Tener cuidado. }
                groups:
                  - id: habits
                    kind: behaviors
                    title: { en: Habits, es: Hábitos }
                    statements:
                      - use: interpersonal-skills.notices-feelings
                      - id: wipes-glass
                        from: integrity.reports-true-figures
                        en: Wipes the glass.
                        onet: [2.A.1.a]
          - tier: 6
            title: { en: Knowledge, es: Conocimientos }
        occupations:
          - code: 51-4041.00
            title: Machinists
            requires: { en: A steady hand. }
        """;

    private static readonly Lazy<Task<JsonSchema>> Schema =
        new(() => JsonSchema.FromFileAsync(Path.Combine(ShippedModelFiles.Folder, "models", "model.schema.json")));

    /// <summary>What is put in place of what, and whether the schema, the reader or both must refuse the result.</summary>
    public static TheoryData<string, string, Refuser> Broken { get; } = new()
    {
        { "format: 1", "format: 2", Refuser.Both },
        { "kind: industry", "kind: trade", Refuser.Both },
        { "slug: lamp-making", "slug: Lamp Making", Refuser.Both },
        { "published: 2026-01-15", "published: January", Refuser.Both },
        { "0f3cf4a1-6f0c-4d3b-9d53-4d8e2f3f6c11", "0f3cf4a1", Refuser.Both },
        { "0f3cf4a1-6f0c-4d3b-9d53-4d8e2f3f6c11", "0f3cf4a1-6f0c-7d3b-9d53-4d8e2f3f6c11", Refuser.Both },
        { "- id: care", "- id: care\n        colour: red", Refuser.Both },
        { "tier: 1", "tier: 10", Refuser.Both },
        { "tier: 1", "tier: one", Refuser.Both },
        { "kind: behaviors", "kind: habits", Refuser.Both },
        { "definition: { en: Taking care., es: Tener cuidado. }", "", Refuser.Both },
        { "title: { en: Care, es: Cuidado }", "title: Care", Refuser.Both },
        { "en: Wipes the glass.", "es: Limpia el vidrio.", Refuser.Both },
        { "en: Wipes the glass.", "en:", Refuser.Both },
        { "- id: wipes-glass", "- id: Wipes", Refuser.Both },
        { "onet: [2.A.1.a]", "onet: [Reading]", Refuser.Both },
        { "onet: [2.A.1.a]", "onet: []", Refuser.Schema },
        { "onet: [2.A.1.a]", "onet: 2.A.1.a", Refuser.Both },
        { "kind: behaviors", "kind: work-function", Refuser.Schema },
        { "industries: [\"31-33\"]", "industries: [23]", Refuser.Schema },
        { "title: { en: Lamp Making, es: Fabricación de lámparas }", "title: { en: Lamp Making }", Refuser.Schema },
        { "code: 51-4041.00", "code: 51-4041", Refuser.Both },
        { "title: Machinists", "name: Machinists", Refuser.Both },
        { "- use: staffing", "- use: juggling", Refuser.Reader },
        { "- use: staffing", "- id: care\n        title: { en: C, es: C }\n        definition: { en: C, es: C }", Refuser.Both },
        { "- use: interpersonal-skills.notices-feelings", "- use: interpersonal-skills.juggles", Refuser.Reader },
        { "- use: interpersonal-skills.notices-feelings", "- use: notices-feelings", Refuser.Both },
        { "- use: interpersonal-skills.notices-feelings", "-", Refuser.Both },
        { "from: integrity.reports-true-figures", "from: integrity.juggles", Refuser.Reader },
        { "- use: interpersonal-skills.notices-feelings", "- id: wipes-glass\n                en: Wipes the lamp.", Refuser.Reader },
        { "tier: 6", "tier: 1", Refuser.Both },
        { "slug: lamp-making", "slug: lamp-making\nslug: lamps", Refuser.Reader },
        { "sources: [A test]", "sources: &s [A test]", Refuser.Reader },
        { "sources: [A test]", "sources: [A test", Refuser.Reader },
        { "title: { en: Knowledge, es: Conocimientos }", "title: { en: Knowledge, es: Conocimientos }\n    blocks:", Refuser.Both },
    };

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public async Task Model_AsShipped_IsValid(string name) => Assert.Empty(await FaultsAsync(ShippedModelFiles.Yaml(name)));

    [Fact]
    public async Task Model_Sound_IsTakenBySchemaAndReader()
    {
        Assert.Empty(await FaultsAsync(Sound));
        Assert.Contains(Build(Sound).Statements, s => s.Text.In("en") == "Wipes the glass.");
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Model_Broken_IsRefused(string part, string instead, Refuser refuser)
    {
        Assert.Contains(part, Sound, StringComparison.Ordinal);
        var at = Sound.IndexOf(part, StringComparison.Ordinal);
        var yaml = string.Concat(Sound.AsSpan(0, at), instead, Sound.AsSpan(at + part.Length));

        if (refuser is Refuser.Schema or Refuser.Both)
            Assert.NotEmpty(await FaultsAsync(yaml));
        if (refuser is Refuser.Reader or Refuser.Both)
        {
            var refusal = Assert.Throws<UnusableInputException>(() => Build(yaml));
            Assert.All(refusal.Problems, p => Assert.StartsWith("lamps.yaml", p.Where, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("- use: staffing", "- use: juggling", "lamps.yaml, line 17", "The generic model has no block \"juggling\".")]
    [InlineData("from: integrity.", "from: honesty.", "lamps.yaml, line 27", "The generic model has no statement \"honesty.reports-true-figures\".")]
    [InlineData("tier: 6", "tier: six", "lamps.yaml, line 31", "")]
    public void Refusal_OfABrokenModel_NamesTheLine(string part, string instead, string where, string message)
    {
        var refusal = Assert.Throws<UnusableInputException>(() => Build(Sound.Replace(part, instead, StringComparison.Ordinal)));

        var problem = Assert.Single(refusal.Problems);
        Assert.Equal(where, problem.Where);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("[1, 2]")]
    [InlineData("~")]
    [InlineData("format: 99999999999")]
    [InlineData("title: { ~: x }")]
    [InlineData("tiers: ~")]
    [InlineData("tiers: [{ tier: 1, title: { en: A }, blocks: [{ id: a, groups: [~] }] }]")]
    [InlineData("\0")]
    [InlineData("tiers: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void Text_ThatIsNoModel_IsRefused(string yaml) => Assert.Throws<UnusableInputException>(() => Build(yaml));

    private static Core.Competencies.FrameworkContent Build(string yaml) => ModelBuilder.Build(
        "lamps.yaml", ModelFile.Read("lamps.yaml", yaml), ShippedModelFiles.Parsed("building-blocks.yaml"), new Dictionary<string, string>());

    private static async Task<ICollection<ValidationError>> FaultsAsync(string yaml)
    {
        var tree = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        return (await Schema.Value).Validate(JsonSerializer.Serialize(tree));
    }
}

public enum Refuser
{
    Schema,
    Reader,
    Both,
}
