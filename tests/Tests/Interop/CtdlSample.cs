namespace Trellis.Tests.Interop;

/// <summary>Small CTDL-ASN graphs made in the tests.</summary>
public static class CtdlSample
{
    public const string Framework = """{"@id":"https://example.org/f","@type":"ceasn:CompetencyFramework","ceasn:name":{"en":"Welding"},"ceasn:inLanguage":["en"]}""";

    public static string Competency(string name) => $$"""{"@id":"https://example.org/{{name}}","@type":"ceasn:Competency","ceasn:competencyText":{"en":"Text {{name}}" } }""".Replace(" } }", "}}", StringComparison.Ordinal);

    public static string Competency(string name, string property, string other) =>
        Competency(name)[..^1] + $$""","ceasn:{{property}}":"https://example.org/{{other}}"}""";

    public static string Graph(params string[] nodes) => $$"""{"@context":"https://credreg.net/ctdlasn/schema/context/json","@graph":[{{string.Join(',', nodes)}}]}""";
}
