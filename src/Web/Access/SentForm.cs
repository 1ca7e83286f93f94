using Microsoft.AspNetCore.Antiforgery;

namespace Trellis.Web.Access;

/// <summary>A form that a page of ours sent.</summary>
public static class SentForm
{
    /// <summary>The form with its token; null where it was not sent from a page of ours or too long ago.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http) =>
        http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await http.Request.ReadFormAsync(http.RequestAborted)
            : null;

    /// <summary>The identifiers that stand in the boxes of this name; what is none is passed over.</summary>
    public static List<Guid> Ids(IFormCollection form, string name) =>
        [.. form[name].Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).OfType<Guid>()];

    /// <summary>The members of an enumeration that are ticked; what is none is passed over.</summary>
    public static List<T> Members<T>(IFormCollection form, string name)
        where T : struct, Enum =>
        [.. form[name].Where(v => Enum.IsDefined(typeof(T), v ?? "")).Select(v => Enum.Parse<T>(v!))];
}
