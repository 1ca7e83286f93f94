using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Trellis.Interop;

/// <summary>
/// An XLSX file that goes out, sheet by sheet. The same content gives the same bytes: the parts have a fixed order and a fixed date,
/// which the office libraries do not give them.
/// </summary>
internal sealed class SheetBook : IDisposable
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The earliest that an archive can say.</summary>
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly List<(SheetLayout Layout, int Rows)> _sheets = [];

    public SheetBook(Stream stream) => _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a sheet, whose rows <paramref name="fill"/> writes.</summary>
    public async Task AddAsync(SheetLayout layout, Func<SheetPage, Task> fill)
    {
        var number = _sheets.Count + 1;
        int rows;
        await using (var part = Part($"xl/worksheets/sheet{number}.xml"))
        {
            using var page = new SheetPage(part, layout);
            await fill(page);
            rows = page.Finish();
        }
        _sheets.Add((layout, rows));
        if (rows == 0)
            return;
        Write($"xl/worksheets/_rels/sheet{number}.xml.rels", Relations([("table", $"../tables/table{number}.xml")]));
        Write($"xl/tables/table{number}.xml", SheetPage.Table(layout, rows, number));
    }

    public void Finish()
    {
        Write("xl/styles.xml", SheetLooks.Part());
        Write("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Office}"><sheets>{Numbered((n, s) => $"""<sheet name="{s.Layout.Name}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>""");
        Write("xl/_rels/workbook.xml.rels", Relations([.. _sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
        Write("_rels/.rels", Relations([("officeDocument", "xl/workbook.xml")]));
        Write("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Content}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Content}styles+xml"/>{Numbered((n, s) => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Content}worksheet+xml"/>""" + (s.Rows == 0 ? "" : $"""<Override PartName="/xl/tables/table{n}.xml" ContentType="{Content}table+xml"/>"""))}</Types>
            """);
    }

    public void Dispose() => _zip.Dispose();

    private string Numbered(Func<int, (SheetLayout Layout, int Rows), string> write) => string.Concat(_sheets.Select((s, i) => write(i + 1, s)));

    private static string Relations(IEnumerable<(string Type, string Target)> all) =>
        $"""<Relationships xmlns="{Package}">{string.Concat(all.Select((r, i) => $"""<Relationship Id="rId{i + 1}" Type="{Office}/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    private Stream Part(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Date;
        return entry.Open();
    }

    private void Write(string name, string xml)
    {
        using var part = new StreamWriter(Part(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml.Trim());
    }
}
