namespace Trellis.Core.Codes;

/// <summary>A Credential Transparency Identifier: "ce-" and a UUID in lower case, 39 characters. Source: CTDL handbook.</summary>
public readonly record struct Ctid(Guid Id)
{
    public static bool TryParse(string? text, out Ctid ctid)
    {
        ctid = default;
        var ok = text is { Length: 39 } && text.StartsWith("ce-", StringComparison.OrdinalIgnoreCase)
            && Guid.TryParseExact(text[3..], "D", out var id) && id != Guid.Empty;
        if (ok)
            ctid = new(Guid.ParseExact(text![3..], "D"));
        return ok;
    }

    public override string ToString() => $"ce-{Id:D}";
}
