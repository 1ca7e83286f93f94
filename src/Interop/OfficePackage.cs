using System.IO.Compression;
using DocumentFormat.OpenXml;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>
/// The ZIP file of parts that a Word or Excel file is, written part after part so that it never stands in memory whole. The same
/// parts make the same bytes: no part carries the time of writing or a drawn name.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>The earliest time that a ZIP file can tell.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;

    /// <summary>Opens the package and writes what it is made of.</summary>
    /// <param name="target">Where the bytes go.</param>
    /// <param name="parts">The parts that will be written, each with its type of content; the first is the main one.</param>
    public OfficePackage(Stream target, IReadOnlyList<OfficePart> parts)
    {
        _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
        var types = string.Concat(parts.Select(p => $"""<Override PartName="/{p.Path}" ContentType="{p.Type}"/>"""));
        Text("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>""");
        Relate("", [new("officeDocument", parts[0].Path), new("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", OfficeProperties.Path)]);
    }

    /// <summary>Writes the relations of a part, named r1, r2 and so on, in the order given.</summary>
    /// <param name="of">The path of the part, or empty for the package.</param>
    /// <param name="relations">The kind of each, short or whole, and its target.</param>
    public void Relate(string of, IReadOnlyList<OfficeRelation> relations)
    {
        const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var slash = of.LastIndexOf('/') + 1;
        var all = string.Concat(relations.Select((r, i) =>
            $"""<Relationship Id="r{i + 1}" Type="{(r.Kind.Contains(':', StringComparison.Ordinal) ? r.Kind : Kinds + r.Kind)}" Target="{r.Target}"/>"""));
        Text($"{of[..slash]}_rels/{of[slash..]}.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>""");
    }

    public void Part(string path, OpenXmlElement root) => Part(path, writer => writer.WriteElement(root));

    public void Part(string path, Action<OpenXmlWriter> write)
    {
        using var stream = Open(path);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }

    public async Task PartAsync(string path, Func<OpenXmlWriter, Task> write)
    {
        await using var stream = Open(path);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        await write(writer);
    }

    public void Dispose() => _zip.Dispose();

    internal void Text(string path, string xml)
    {
        using var stream = Open(path);
        stream.Write(Utf8.Strict.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml));
    }

    private Stream Open(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}

/// <summary>A part of a package: its path without a slash before it, and its type of content.</summary>
internal sealed record OfficePart(string Path, string Type);

/// <summary>A relation to another part: its kind, short ("styles") or whole, and the path of the target.</summary>
internal sealed record OfficeRelation(string Kind, string Target);
