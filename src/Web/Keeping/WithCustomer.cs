using Microsoft.AspNetCore.DataProtection;
using Trellis.Web.Access;

namespace Trellis.Web.Keeping;

/// <summary>Remembers, in the adviser's browser, with which customer the adviser works: a random number, sealed, good for this sign-in alone.</summary>
public sealed class WithCustomer(IDataProtectionProvider protection)
{
    private const int Size = 16;

    private readonly SealedCookie _cookie = new(protection, new("trellis-customer", "Trellis.WithCustomer.v1", "/", MostBytes: 64));

    /// <summary>The customer; null where there is none, or who chose it has signed out since.</summary>
    public Guid? Read(HttpContext http) =>
        _cookie.Read(http) is { Length: 2 * Size } bytes && new Guid(bytes.AsSpan(Size)) == Visitor.Session(http) ? new Guid(bytes.AsSpan(0, Size)) : null;

    public void Write(HttpContext http, Guid customer) => _cookie.Write(http, [.. customer.ToByteArray(), .. Visitor.Session(http).ToByteArray()]);

    public void Forget(HttpContext http) => _cookie.Forget(http);
}
