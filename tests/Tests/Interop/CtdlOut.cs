using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Interop.Ctdl;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Frameworks on their way out as CTDL, and back.</summary>
public static class CtdlOut
{
    public const string Address = "https://models.example.org";

    private static readonly string[] Folders = ["case", "ctdl", "ctdl-registry-samples", "asn", "nice-framework", "competency-framework-direct"];

    /// <summary>Every file of the shared folder that may hold a framework.</summary>
    public static TheoryData<string> RealFiles => new(SharedData.Root is not { } root
        ? ["any"]
        : Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*", SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal));

    public static byte[] Write(FrameworkContent content, string address = Address)
    {
        using var stream = new MemoryStream();
        CtdlGraphWriter.WriteAsync(OutgoingModel.Of(content), address, stream, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    /// <summary>Reads what was written, which must be one framework without a fault in it.</summary>
    public static FrameworkContent Read(byte[] bytes, ImportMode mode = ImportMode.Strict)
    {
        var read = FrameworkImport.Read(new("out.jsonld", bytes), mode);
        Assert.True(read.Content is not null, TestImport.Told(read.Report));
        Assert.Empty(read.Further);
        return read.Content;
    }

    /// <summary>Everything that a reader of the model sees: statements and tree, links by their ends.</summary>
    public static void Same(FrameworkContent before, FrameworkContent after)
    {
        Assert.Equal(before.Framework.Id, after.Framework.Id);
        Assert.Equal(before.Version.Title, after.Version.Title);
        Assert.Equal(before.Statements.Select(Seen), after.Statements.Select(Seen));
        Assert.Equal(before.Alignments.Select(Seen).Order(StringComparer.Ordinal), after.Alignments.Select(Seen).Order(StringComparer.Ordinal));
    }

    private static string Seen(Statement s) => string.Join(
        '|', s.Id, s.ParentId, s.Position, s.Depth, s.Kind, s.Tier, s.Notation, s.Label?.ToJson(), s.Text.ToJson(), s.Notes?.ToJson(), s.Keywords?.ToJson(),
        CtdlSort(s), s.DerivedFrom, s.ChangedAt.UtcTicks);

    /// <summary>A category that only repeats the kind is not told from none.</summary>
    private static string? CtdlSort(Statement s) => s.Kind == StatementKind.Item ? s.TypeLabel : null;

    private static string Seen(Alignment a) => string.Join(
        '|', a.Id, a.Type, a.Origin.Id, a.Destination.Id, a.Origin.Title, a.Destination.Title, a.Sequence, a.Weight, a.Evidence, a.Notes, a.Author, a.ChangedAt.UtcTicks);
}
