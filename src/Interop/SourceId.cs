using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>The UUID by which Trellis knows a thing that a source names with any text.</summary>
internal static class SourceId
{
    /// <summary>The UUID that the text is, however it is written; null where it is none.</summary>
    public static Guid? Uuid(string text) =>
        Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;

    /// <summary>The UUID of an address: its Credential Transparency Identifier's, the one it ends in, or one made from it.</summary>
    public static Guid OfAddress(string address)
    {
        var last = address[(address.LastIndexOfAny(['/', '#', ':']) + 1)..];
        if (Ctid.TryParse(last, out var ctid))
            return ctid.Id;
        return Uuid(last) ?? NameBasedId.Of(NameBasedId.UrlNamespace, address);
    }
}
