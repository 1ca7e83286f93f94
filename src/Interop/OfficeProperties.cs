using System.Globalization;
using System.Security;
using System.Xml;

namespace Trellis.Interop;

/// <summary>What a document says of itself to programs and screen readers. The time is that of its content, not of its writing.</summary>
internal sealed record OfficeProperties(string Title, string Author, string Language, DateTimeOffset ChangedAt)
{
    public const string Path = "docProps/core.xml";

    public static OfficePart Part { get; } = new(Path, "application/vnd.openxmlformats-package.core-properties+xml");

    public void Write(OfficePackage package)
    {
        var time = ChangedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        package.Text(Path, string.Concat(
            """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">""",
            $"<dc:title>{Escaped(Title)}</dc:title><dc:creator>{Escaped(Author)}</dc:creator><dc:language>{Language}</dc:language>",
            $"""<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified>""",
            "</cp:coreProperties>"));
    }

    private static string Escaped(string text) => SecurityElement.Escape(Plain(text));

    /// <summary>Without the characters that XML cannot hold.</summary>
    public static string Plain(string text)
    {
        if (IsPlain(text))
            return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                plain.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                plain.Append(text, i++, 2);
        }
        return plain.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }
        return true;
    }
}
