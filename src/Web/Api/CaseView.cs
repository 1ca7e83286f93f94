using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>One document as it is answered, with the values that a filter looks at.</summary>
public sealed record CaseDocumentBytes(Model Model, Guid Id, byte[] Bytes, string Tag, JsonElement Content);

/// <summary>The shelf in one edition and under one public address: its documents, made once, and its packages.</summary>
public sealed class CaseView
{
    private const int MostFound = 100_000;

    private readonly FrozenDictionary<Guid, int> _byId;

    public CaseView(CasePackages packages, CaseShelf shelf, CaseTarget target)
    {
        (Shelf, Target) = (shelf, target);
        Documents = [.. shelf.Models.Select(m => Write(m, target))];
        Packages = [.. shelf.Models.Select(m => packages.Of(m, target))];
        _byId = Documents.Select((d, i) => (d.Id, i)).ToFrozenDictionary(d => d.Id, d => d.i);
        Stamp = Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(string.Join('\n', Documents.Select(d => d.Tag)))).AsSpan(0, 12));
        ChangedAt = shelf.Models.Select(m => m.Version.LoadedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
    }

    public CaseShelf Shelf { get; }

    public CaseTarget Target { get; }

    public IReadOnlyList<CaseDocumentBytes> Documents { get; }

    public IReadOnlyList<CasePackage> Packages { get; }

    /// <summary>Stands for all documents together.</summary>
    public string Stamp { get; }

    public DateTimeOffset ChangedAt { get; }

    /// <summary>Pages of the list that were asked for, by the query.</summary>
    public ConcurrentDictionary<string, CasePage> Pages { get; } = [];

    /// <summary>Where objects were found that were asked for, so that not every package is searched again.</summary>
    public ConcurrentDictionary<(CaseKind Kind, Guid Id), (CasePackage Package, CasePlace Place)> Found { get; } = [];

    public void Keep(CaseKind kind, Guid id, CasePackage package, CasePlace place)
    {
        if (Found.Count >= MostFound)
            Found.Clear();
        Found[(kind, id)] = (package, place);
    }

    public CaseDocumentBytes? Document(Guid id) => _byId.TryGetValue(CaseAddresses.Id(id), out var index) ? Documents[index] : null;

    public CasePackage? Package(Guid id) => _byId.TryGetValue(CaseAddresses.Id(id), out var index) ? Packages[index] : null;

    private static CaseDocumentBytes Write(Model model, CaseTarget target)
    {
        var bytes = CaseObjects.Document(model, target);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        using var content = JsonDocument.Parse(bytes);
        return new(model, CaseAddresses.Id(model.Framework.Id), bytes, tag, content.RootElement.Clone());
    }
}

/// <summary>A page of the list of documents as it is answered.</summary>
public sealed record CasePage(byte[] Bytes, string Total, string Links, string Tag)
{
    private readonly byte[]?[] _packed = new byte[3][];

    /// <summary>The page packed as the reader likes it, once for all readers.</summary>
    public byte[] As(ContentCoding coding) => _packed[(int)coding] ??= ContentCodings.Pack(Bytes, coding);
}
