using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Interop.Documents;

/// <summary>
/// The pyramid of a model with tiers as a drawing of shapes, with a description for those who do not see it. It names the tiers and
/// their blocks; the headings of the document say the same.
/// </summary>
internal static class PyramidDrawing
{
    /// <summary>Sizes in English Metric Units, 12,700 to the point.</summary>
    private const int Point = 12_700;
    private const int Width = 490 * Point;
    private const int Row = 50 * Point;
    private const int Gap = 3 * Point;
    private const double TopShare = 0.62;
    private const int MostLetters = 150;

    private static readonly string[] Fills = ["3D4551", "1A4480", "005EA2", "2E6276", "4D8055", "936F38", "8B0A03", "A23737", "54278F"];

    public static void Write(WordBody body, DocumentPlan plan)
    {
        var words = body.Words;
        body.Heading(1, new(words["The model at a glance"]));
        var (tiers, height) = (plan.Tiers, plan.Tiers.Count * (Row + Gap));
        var described = string.Join(" ", tiers.Select(t => words["Tier {0}, {1}: {2}.", t.Number, t.Title.Text, Names(t, int.MaxValue)]));
        var about = words["A pyramid of {0} tiers, read from the base up.", tiers.Count] + " " + described;
        var shapes = new StringBuilder();
        for (var i = 0; i < tiers.Count; i++)
            shapes.Append(Shape(tiers[^(i + 1)], i, height, words["Tier {0}: {1}", tiers[^(i + 1)].Number, tiers[^(i + 1)].Title.Text]));
        body.Add(new Paragraph(Xml(words["Pyramid of the model"], about, height, shapes.ToString())));
    }

    private static string Names(PlannedTier tier, int most)
    {
        var names = string.Join(", ", tier.Blocks.Select(b => b.Text));
        return names.Length == 0 ? "–" : names.Length <= most ? names : names[..names.LastIndexOf(',', most)] + ", …";
    }

    private static string Shape(PlannedTier tier, int place, int height, string title)
    {
        var y = place * (Row + Gap);
        var (top, bottom) = (WidthAt(y, height), WidthAt(y + Row, height));
        var inset = (bottom - top) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <wps:wsp><wps:cNvPr id="{place + 10}" name="{Escaped(title)}"/><wps:cNvSpPr/><wps:spPr>
            <a:xfrm><a:off x="{(Width - bottom) / 2}" y="{y}"/><a:ext cx="{bottom}" cy="{Row}"/></a:xfrm>
            <a:prstGeom prst="trapezoid"><a:avLst><a:gd name="adj" fmla="val {(long)inset * 100_000 / Row}"/></a:avLst></a:prstGeom>
            <a:solidFill><a:srgbClr val="{Fills[(tier.Number - 1) % Fills.Length]}"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>
            <wps:txbx><w:txbxContent>{Line(title, 20, bold: true)}{(tier.Blocks.Count > 0 ? Line(Names(tier, MostLetters), 15, bold: false) : "")}</w:txbxContent></wps:txbx>
            <wps:bodyPr wrap="square" lIns="{8 * Point}" tIns="{2 * Point}" rIns="{8 * Point}" bIns="{2 * Point}" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>
            """);
    }

    private static string Line(string text, int size, bool bold) =>
        $"""<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>{(bold ? "<w:b/>" : "")}<w:color w:val="FFFFFF"/><w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{Escaped(text)}</w:t></w:r></w:p>""";

    private static int WidthAt(int y, int height) => (int)(Width * (TopShare + (1 - TopShare) * y / height));

    private static string Xml(string name, string about, int height, string shapes) => $"""
        <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
        <w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{Width}" cy="{height}"/><wp:docPr id="1" name="{Escaped(name)}" descr="{Escaped(about)}"/>
        <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>
        <a:xfrm><a:off x="0" y="0"/><a:ext cx="{Width}" cy="{height}"/><a:chOff x="0" y="0"/><a:chExt cx="{Width}" cy="{height}"/></a:xfrm></wpg:grpSpPr>
        {shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>{Escaped(about)}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
        """;

    private static string Escaped(string text) => SecurityElement.Escape(OfficeProperties.Plain(text));
}
