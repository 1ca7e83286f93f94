using System.Text;
using Trellis.Core.Text;

namespace Trellis.Tests.Interop;

/// <summary>Small inputs with one fault each. Written here, because no real file is broken in so many ways.</summary>
public static class BrokenFiles
{
    /// <summary>What is refused: name, bytes, code of the fault, and where it must be said to be.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, string Code, string Where)> Refused()
    {
        var whole = CaseSample.Package([CaseSample.Item(1)], [CaseSample.Child(1, 1, null)]);
        yield return Text("empty", "", "empty-file", "byte 0");
        yield return Text("white space only", " \r\n\t ", "empty-file", "byte 0");
        yield return Text("web page", "<!DOCTYPE html><html><body>Not found</body></html>", "unknown-format", "byte 0");
        yield return Text("XML", "<?xml version=\"1.0\"?><rdf/>", "unknown-format", "byte 0");
        yield return Text("Turtle", "@prefix ceasn: <https://purl.org/ctdlasn/terms/> .\n<a> a ceasn:Competency .", "unknown-format", "byte 0");
        yield return ("ZIP", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], "unknown-format", "byte 0");
        yield return ("UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(whole)], "not-utf-8", "byte 0");
        yield return Text("truncated in an item", whole[..300], "not-json", "line 1, column 301");
        yield return Text("truncated at the end", whole[..^1], "not-json", $"line 1, column {whole.Length}");
        yield return Text("two objects", whole + "\n" + whole, "not-json", "line 2, column 1");
        yield return Text("leading comment", "// export\n" + whole, "not-json", "line 1, column 1");
        yield return Text("trailing comma", whole.Replace("}]}", "},]}", StringComparison.Ordinal), "not-json", $"line 1, column {whole.Length}");
        yield return Text("unquoted key", "{CFDocument:{}}", "not-json", "line 1, column 2");
        yield return Text("NaN", whole.Replace("\"CFItems\":[", "\"CFItems\":[NaN,", StringComparison.Ordinal), "not-json", $"line 1, column {whole.IndexOf("\"CFItems\":[", StringComparison.Ordinal) + 12}");
        yield return Text("raw line break in a text", whole.Replace("Statement 1", "Statement\n1", StringComparison.Ordinal), "not-json", $"line 1, column {whole.IndexOf("Statement 1", StringComparison.Ordinal) + 10}");
        yield return BadByte(whole);
        yield return Text("too deep", whole.Replace("\"CFItems\"", "\"extensions\":" + new string('[', 70) + new string(']', 70) + ",\"CFItems\"", StringComparison.Ordinal), "too-deep", "/extensions" + string.Concat(Enumerable.Repeat("/0", 63)));
        yield return Text("JSON schema", "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\",\"properties\":{\"CFDocument\":{}}}", "json-schema", "");
        yield return Text("a number", "{\"a\":1}", "unknown-json", "");
        yield return Text("an empty list", "[]", "unknown-json", "");
        yield return Text("no document", "{\"CFItems\":[]}", "missing-document", "/CFDocument");
        yield return Text("document is a list", "{\"CFDocument\":[]}", "missing-document", "/CFDocument");
        yield return Text("document without title", CaseSample.Package([], [], CaseSample.Document.Replace("Welding", "", StringComparison.Ordinal)), "missing-field", "/CFDocument/title");
        yield return Text("document without identifier", CaseSample.Package([], [], CaseSample.Document.Replace("identifier", "id", StringComparison.Ordinal)), "missing-field", "/CFDocument/identifier");
        yield return Text("items are an object", whole.Replace("\"CFItems\":[", "\"CFItems\":{},\"x\":[", StringComparison.Ordinal), "wrong-type", "/CFItems");
        yield return Text("associations are a text", whole.Replace("\"CFAssociations\":[", "\"CFAssociations\":\"none\",\"x\":[", StringComparison.Ordinal), "wrong-type", "/CFAssociations");
        yield return Text("graph without framework", CtdlSample.Graph(CtdlSample.Competency("a")), "no-framework", "/@graph");
        yield return Text("graph is a text", "{\"@graph\":\"none\"}", "wrong-type", "/@graph");
        yield return Text("framework without name", CtdlSample.Graph(CtdlSample.Framework.Replace("ceasn:name", "ceasn:other", StringComparison.Ordinal)), "missing-field", "/@graph/0/name");
        yield return Text("envelope without resource", "{\"envelope_ceterms_ctid\":\"x\",\"resource\":\"DELETED FOR BREVITY\"}", "bad-envelope", "/resource");
        yield return Text("RDF without document", "{\"http://purl.org/ASN/resources/S1\":{}}", "no-framework", "");
    }

    /// <summary>What is taken with a repair or without a row: name, bytes, code and place of the first fault, rows left out.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, string Code, string Where, int Rejected)> Repaired()
    {
        string[] two = [CaseSample.Item(1), CaseSample.Item(2)];
        yield return Case("cycle", two, [CaseSample.Child(1, 1, 2), CaseSample.Child(2, 2, 1)], "ring-of-parents", "/CFAssociations/1", 0);
        yield return Case("own parent", two, [CaseSample.Child(1, 1, 1)], "own-parent", "/CFAssociations/0/destinationNodeURI", 1);
        yield return Case("dangling parent", two, [CaseSample.Child(1, 1, 9)], "missing-parent", "/CFAssociations/0", 0);
        yield return Case("duplicate item", [.. two, CaseSample.Item(2)], [], "duplicate-id", "/CFItems/2/identifier", 1);
        yield return Case("duplicate item in other case", [Lettered("abcdef00"), Lettered("ABCDEF00")], [], "identifier-case", "/CFItems/1/identifier", 1);
        yield return Case("duplicate association", two, [CaseSample.Child(1, 1, null), CaseSample.Child(1, 2, null)], "duplicate-id", "/CFAssociations/1/identifier", 1);
        yield return Case("item is a text", [two[0], "\"x\""], [], "wrong-type", "/CFItems/1", 1);
        yield return Case("statement is a list", [two[0], two[1].Replace("\"Statement 2\"", "[1]", StringComparison.Ordinal)], [], "wrong-type", "/CFItems/1/fullStatement", 1);
        yield return Case("no identifier", [two[0], two[1].Replace("identifier", "id", StringComparison.Ordinal)], [], "missing-field", "/CFItems/1/identifier", 1);
        yield return Case("no uri", [two[0], two[1].Replace("\"uri\"", "\"url\"", StringComparison.Ordinal)], [], "missing-field", "/CFItems/1/uri", 1);
        yield return Case("no date", [two[0], two[1].Replace("lastChange", "last", StringComparison.Ordinal)], [], "missing-field", "/CFItems/1/lastChangeDateTime", 1);
        yield return Case("date without zone", [two[0].Replace("00Z", "00", StringComparison.Ordinal)], [], "date-without-zone", "/CFItems/0/lastChangeDateTime", 0);
        yield return Case("no date at all", [two[0].Replace("2026-01-15T00:00:00Z", "yesterday", StringComparison.Ordinal)], [], "bad-date", "/CFItems/0/lastChangeDateTime", 0);
        yield return Case("identifier is no UUID", [two[0].Replace(CaseSample.Id(1), "item-1", StringComparison.Ordinal)], [], "identifier-not-uuid", "/CFItems/0/identifier", 0);
        yield return Case("code is a number", [CaseSample.Item(1, ",\"humanCodingScheme\":1.1")], [], "wrong-type", "/CFItems/0/humanCodingScheme", 0);
        yield return Case("notes are an object", [CaseSample.Item(1, ",\"notes\":{\"a\":1}")], [], "wrong-type", "/CFItems/0/notes", 0);
        yield return Case("keywords are a text", [CaseSample.Item(1, ",\"conceptKeywords\":\"heat\"")], [], "wrong-type", "/CFItems/0/conceptKeywords", 0);
        yield return Case("NUL", [CaseSample.Item(1, ",\"notes\":\"a\\u0000b\"")], [], "bad-character", "/CFItems/0/notes", 0);
        yield return Case("half a pair", [CaseSample.Item(1, ",\"notes\":\"a\\ud800b\"")], [], "bad-character", "/CFItems/0/notes", 0);
        yield return Case("duplicate key", [CaseSample.Item(1, ",\"notes\":\"a\",\"notes\":\"b\"")], [], "duplicate-key", "/CFItems/0/notes", 0);
        yield return Case("duplicate key in an extension", [CaseSample.Item(1, ",\"extensions\":{\"a/b\":1,\"a\\/b\":2}")], [], "duplicate-key", "/CFItems/0/extensions/a~1b", 0);
        yield return Case("unknown type", two, [CaseSample.Edge(1, "is child of", CaseSample.Link(1), CaseSample.Link(2))], "unknown-type", "/CFAssociations/0/associationType", 0);
        yield return Case("type without letters", two, [CaseSample.Edge(1, "??", CaseSample.Link(1), CaseSample.Link(2))], "unknown-type", "/CFAssociations/0/associationType", 1);
        yield return Case("no destination", two, [CaseSample.Edge(1, "precedes", CaseSample.Link(1), "null")], "missing-field", "/CFAssociations/0/destinationNodeURI", 1);
        yield return Case("destination is an address", two, [CaseSample.Edge(1, "precedes", CaseSample.Link(1), $"\"{CaseSample.Uri(2)}\"")], "wrong-type", "/CFAssociations/0/destinationNodeURI", 0);
        yield return Case("empty link", two, [CaseSample.Edge(1, "precedes", "{}", CaseSample.Link(2))], "missing-field", "/CFAssociations/0/originNodeURI", 1);
        yield return Case("sequence in words", two, [CaseSample.Child(1, 1, null, ",\"sequenceNumber\":\"first\"")], "bad-sequence", "/CFAssociations/0/sequenceNumber", 0);
        yield return Graph("competency without text", "missing-field", "/@graph/2/ceasn:competencyText", 1, CtdlSample.Competency("a"), "{\"@id\":\"https://example.org/b\",\"@type\":\"ceasn:Competency\"}");
        yield return Graph("competency twice", "duplicate-id", "/@graph/2/@id", 1, CtdlSample.Competency("a"), CtdlSample.Competency("a"));
        yield return Graph("cycle of competencies", "ring-of-parents", "/@graph/2/ceasn:isChildOf", 0, CtdlSample.Competency("a", "isChildOf", "b"), CtdlSample.Competency("b", "isChildOf", "a"));
        yield return Graph("competency under itself", "own-parent", "/@graph/1/ceasn:isChildOf", 0, CtdlSample.Competency("a", "isChildOf", "a"));
        yield return Graph("competency under nothing", "missing-parent", "/@graph/1/ceasn:isChildOf", 0, CtdlSample.Competency("a", "isChildOf", "z"));
        yield return Graph("child that is not there", "missing-child", "/@graph/1/ceasn:hasChild", 0, CtdlSample.Competency("a", "hasChild", "z"));
        yield return Graph("node is a number", "wrong-type", "/@graph/2", 0, CtdlSample.Competency("a"), "7");
    }

    private static (string, byte[], string, string) Text(string name, string text, string code, string where) => (name, Utf8.Strict.GetBytes(text), code, where);

    private static (string, byte[], string, string, int) Case(string name, string[] items, string[] associations, string code, string where, int rejected) =>
        (name, Utf8.Strict.GetBytes(CaseSample.Package(items, associations)), code, where, rejected);

    private static (string, byte[], string, string, int) Graph(string name, string code, string where, int rejected, params string[] nodes) =>
        (name, Utf8.Strict.GetBytes(CtdlSample.Graph([CtdlSample.Framework, .. nodes])), code, where, rejected);

    private static (string, byte[], string, string) BadByte(string whole)
    {
        var bytes = Utf8.Strict.GetBytes(whole);
        var at = whole.IndexOf("Statement 1", StringComparison.Ordinal);
        bytes[at] = 0xC3;
        return ("not UTF-8", bytes, "not-utf-8", $"byte {at}");
    }

    private static string Lettered(string start) => CaseSample.Item(1).Replace("22222222", start, StringComparison.Ordinal);
}
