namespace Trellis.Web;

/// <content>Addresses where models are built and reviewed.</content>
public static partial class Links
{
    public const string Build = "/build";
    public const string BuildNew = "/models/new";
    public const string BuildStart = "/models/new/start";
    public const string Reviews = "/reviews";

    /// <summary>Where the form of a page is sent; the page itself answers at its own address.</summary>
    public static string Sent(string page) => $"{page}/send";

    public static string Edit(string slug) => $"/models/{slug}/edit";

    /// <summary>The part of a draft around a statement; with its form open where <paramref name="open"/>.</summary>
    public static string Edit(string slug, Guid? at, Guid? open = null, string hash = "") =>
        With(With(Edit(slug), "at", at), "edit", open) + (hash.Length > 0 ? "#" + hash : open is null ? "" : $"#s-{open}");

    public static string EditAdd(string slug, Guid? at, Guid? under) => With(With(Edit(slug), "at", at), "add", under?.ToString() ?? "top") + "#add";

    public static string EditBegin(string slug) => $"{Edit(slug)}/begin";

    public static string EditSave(string slug) => $"{Edit(slug)}/save";

    public static string EditCheck(string slug) => $"{Edit(slug)}/check";

    public static string EditPresence(string slug) => $"{Edit(slug)}/presence";

    public static string EditConflict(string slug, Guid refusal) => $"{Edit(slug)}/conflicts/{refusal}";

    public static string EditList(string slug) => $"{Edit(slug)}/list";

    public static string EditAdvice(string slug) => $"{Edit(slug)}/advice";

    public static string EditAbout(string slug) => $"{Edit(slug)}/about";

    public static string EditPublish(string slug) => $"{Edit(slug)}/publish";

    /// <summary>What differs between two versions, each by its number.</summary>
    public static string Difference(string slug, string from, string to) => With(With($"/models/{slug}/diff", "from", from), "to", to);

    public static string Retire(string slug) => $"/models/{slug}/retire";

    public static string Review(Guid round) => $"{Reviews}/{round}";

    public static string ReviewOpen(string slug) => $"{Edit(slug)}/reviews";

    /// <summary>Where a reviewer with an account answers an invitation of its own.</summary>
    public static string ReviewInvited(Guid invitation) => $"{Reviews}/invited/{invitation}";

    /// <summary>Where a reviewer answers, by the secret of the link.</summary>
    public static string ReviewAnswer(string token) => $"{Reviews}/answer/{token}";
}
