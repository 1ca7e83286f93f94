using System.Text;

namespace Trellis.Interop;

/// <summary>The looks of the cells in a workbook of ours, by the number under which a cell names its look.</summary>
internal static class SheetLooks
{
    public const int Header = 1;
    public const int Level = 2;

    private const int FirstText = 3;

    /// <summary>The most that spreadsheet programs indent.</summary>
    private const int DeepestIndent = 15;

    /// <summary>A text so far to the right. One that looks like a formula is marked, so that it stays a text when somebody edits its cell.</summary>
    public static int Text(int indent, bool looksLikeFormula) =>
        FirstText + Math.Min(indent, DeepestIndent) + (looksLikeFormula ? DeepestIndent + 1 : 0);

    public static string Part()
    {
        var cells = new StringBuilder();
        foreach (var quote in new[] { "", " quotePrefix=\"1\"" })
        {
            // 49 is the form "text": codes that somebody types do not become dates, and keep their zeros.
            for (var indent = 0; indent <= DeepestIndent; indent++)
                cells.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"{quote}><alignment vertical="top" horizontal="left" wrapText="1" indent="{indent}"/></xf>""");
        }
        return $"""
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF162E51"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="35"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" horizontal="center"/></xf>{cells}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """;
    }
}
