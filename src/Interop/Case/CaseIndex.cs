using System.Buffers.Binary;

namespace Trellis.Interop.Case;

/// <summary>What kind of thing stands at a place in a package; the name of its collection in addresses.</summary>
public enum CaseKind : byte
{
    CFDocuments,
    CFItems,
    CFAssociations,
    CFConcepts,
    CFSubjects,
    CFLicenses,
    CFItemTypes,
    CFAssociationGroupings,
    CFRubrics,
}

/// <summary>Where in the bytes of a package an object stands.</summary>
public readonly record struct CasePlace(CaseKind Kind, int Start, int Length);

/// <summary>Finds the objects of one package by identifier. Kept beside the package as 32 bytes for each object, sorted.</summary>
public sealed class CaseIndex
{
    private const int EntrySize = 32;

    private readonly UInt128[] _ids;
    private readonly CasePlace[] _places;

    private int[]? _inOrder;

    private CaseIndex(UInt128[] ids, CasePlace[] places) => (_ids, _places) = (ids, places);

    /// <summary>The places of all objects of one kind, in the order of the package.</summary>
    public IEnumerable<CasePlace> All(CaseKind kind) => _places.Where(p => p.Kind == kind).OrderBy(p => p.Start);

    /// <summary>The objects that begin in a stretch of the package, in its order.</summary>
    internal IEnumerable<(UInt128 Id, CasePlace Place)> Within(CaseStretch bytes)
    {
        _inOrder ??= InOrder();
        var (low, high) = (0, _inOrder.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_places[_inOrder[middle]].Start < bytes.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < _inOrder.Length && _places[_inOrder[low]] is var place && place.Start < bytes.Start + bytes.Length; low++)
            yield return (_ids[_inOrder[low]], place);
    }

    public CasePlace? Find(CaseKind kind, Guid id)
    {
        var key = Key(id);
        var at = Array.BinarySearch(_ids, key);
        if (at < 0)
            return null;
        while (at > 0 && _ids[at - 1] == key)
            at--;
        for (; at < _ids.Length && _ids[at] == key; at++)
        {
            if (_places[at].Kind == kind)
                return _places[at];
        }
        return null;
    }

    public static CaseIndex Read(ReadOnlySpan<byte> bytes)
    {
        var (ids, places) = (new UInt128[bytes.Length / EntrySize], new CasePlace[bytes.Length / EntrySize]);
        for (var i = 0; i < ids.Length; i++)
        {
            var entry = bytes.Slice(i * EntrySize, EntrySize);
            ids[i] = BinaryPrimitives.ReadUInt128BigEndian(entry);
            places[i] = new((CaseKind)entry[16], BinaryPrimitives.ReadInt32BigEndian(entry[20..]), BinaryPrimitives.ReadInt32BigEndian(entry[24..]));
        }
        return new(ids, places);
    }

    private int[] InOrder()
    {
        var (starts, order) = (new int[_places.Length], new int[_places.Length]);
        for (var i = 0; i < order.Length; i++)
            (starts[i], order[i]) = (_places[i].Start, i);
        Array.Sort(starts, order);
        return order;
    }

    private static UInt128 Key(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Gathers places while a package is written.</summary>
    public sealed class Builder
    {
        private readonly List<(UInt128 Id, CasePlace Place)> _entries = [];

        public void Add(CaseKind kind, Guid id, long start, long end) => _entries.Add((Key(id), new(kind, checked((int)start), (int)(end - start))));

        /// <summary>Takes over an object of another package, which stands so many bytes further on here.</summary>
        internal void Add(UInt128 id, CasePlace place, int further) => _entries.Add((id, place with { Start = place.Start + further }));

        /// <summary>The index as it is kept. Of two objects with one identifier, the first in the package is found.</summary>
        public byte[] ToBytes()
        {
            _entries.Sort((a, b) => a.Id.CompareTo(b.Id) is var byId && byId != 0 ? byId : a.Place.Start.CompareTo(b.Place.Start));
            var bytes = new byte[_entries.Count * EntrySize];
            for (var i = 0; i < _entries.Count; i++)
            {
                var entry = bytes.AsSpan(i * EntrySize, EntrySize);
                var (id, place) = _entries[i];
                BinaryPrimitives.WriteUInt128BigEndian(entry, id);
                entry[16] = (byte)place.Kind;
                BinaryPrimitives.WriteInt32BigEndian(entry[20..], place.Start);
                BinaryPrimitives.WriteInt32BigEndian(entry[24..], place.Length);
            }
            return bytes;
        }
    }
}
