using System.Globalization;
using System.Text;

namespace Trellis.Tests.Interop;

/// <summary>Small CASE packages made in the tests, by parts that a test can replace.</summary>
public static class CaseSample
{
    public const string Document = """{"identifier":"11111111-1111-4111-8111-111111111111","uri":"https://example.org/doc","creator":"Board","title":"Welding","lastChangeDateTime":"2026-01-15T00:00:00Z","language":"en"}""";

    public static string Id(int n) => $"22222222-2222-4222-8222-{n.ToString("D12", CultureInfo.InvariantCulture)}";

    public static string Uri(int n) => $"https://example.org/items/{n}";

    /// <summary>An item; <paramref name="more"/> is further members, each with a comma before it.</summary>
    public static string Item(int n, string more = "") =>
        $$"""{"identifier":"{{Id(n)}}","uri":"{{Uri(n)}}","fullStatement":"Statement {{n}}","lastChangeDateTime":"2026-01-15T00:00:00Z"{{more}}}""";

    public static string Link(int n) => $$"""{"title":"Statement {{n}}","identifier":"{{Id(n)}}","uri":"{{Uri(n)}}"}""";

    public const string ToDocument = """{"title":"Welding","identifier":"11111111-1111-4111-8111-111111111111","uri":"https://example.org/doc"}""";

    public static string Edge(int n, string type, string origin, string destination, string more = "") =>
        $$"""{"identifier":"33333333-3333-4333-8333-{{n.ToString("D12", CultureInfo.InvariantCulture)}}","uri":"https://example.org/a/{{n}}","associationType":"{{type}}","originNodeURI":{{origin}},"destinationNodeURI":{{destination}},"lastChangeDateTime":"2026-01-15T00:00:00Z"{{more}}}""";

    public static string Child(int n, int child, int? parent, string more = "") =>
        Edge(n, "isChildOf", Link(child), parent is { } p ? Link(p) : ToDocument, more);

    public static string Package(string[] items, string[] associations, string document = Document) =>
        $$"""{"CFDocument":{{document}},"CFItems":[{{string.Join(',', items)}}],"CFAssociations":[{{string.Join(',', associations)}}]}""";

    /// <summary>A package of <paramref name="items"/> items in a tree of ten children each, and twice as many associations.</summary>
    public static byte[] Large(int items)
    {
        var text = new StringBuilder("{\"CFDocument\":").Append(Document).Append(",\"CFItems\":[");
        for (var n = 1; n <= items; n++)
            text.Append(n > 1 ? "," : "").Append(Item(n, ",\"CFItemType\":\"Standard\",\"humanCodingScheme\":\"" + n.ToString(CultureInfo.InvariantCulture) + "\",\"educationLevel\":[\"09\",\"10\"],\"notes\":\"A note of some length that explains what is meant, with an example and one more clause.\",\"language\":\"en\""));
        text.Append("],\"CFAssociations\":[");
        for (var n = 1; n <= items; n++)
        {
            text.Append(n > 1 ? "," : "").Append(Child(n, n, n <= 10 ? null : n / 10, ",\"sequenceNumber\":" + (n % 10).ToString(CultureInfo.InvariantCulture)));
            text.Append(',').Append(Edge(items + n, "isRelatedTo", Link(n), Link(items + n)));
        }
        return Encoding.ASCII.GetBytes(text.Append("]}").ToString());
    }
}
