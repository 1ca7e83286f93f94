using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Web.Api;

/// <summary>New versions of models as Atom feeds (RFC 4287): of all models, and of each.</summary>
public static class FeedApi
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFeeds(this WebApplication app)
    {
        app.MapMethods(Links.Feed, Methods, (HttpContext http, Db db) => SendAsync(null, http, db)).AllowAnonymous().RequireCors(PublicReads.Policy);
        app.MapMethods(Links.FeedOf("{slug}"), Methods, (string slug, HttpContext http, Db db) => SendAsync(slug, http, db)).AllowAnonymous().RequireCors(PublicReads.Policy);
    }

    private static async Task<IResult> SendAsync(string? slug, HttpContext http, Db db)
    {
        var model = slug is null ? null : await ModelCatalog.FindAsync(db, slug, null, http.RequestAborted);
        if (slug is not null && model is null)
            return FrameworksApi.NotFound(slug, null);
        var edition = await ModelCatalog.EditionAsync(db, http.RequestAborted);
        http.Response.Headers.Vary = Microsoft.Net.Http.Headers.HeaderNames.AcceptLanguage;
        if (EntityTag.IsFresh(http, $"\"{edition.Mark}-{Startup.Language}\"", edition.ChangedAt))
            return Results.Empty;
        var news = await ModelNews.ReadAsync(db, model?.Framework, http.RequestAborted);
        var words = http.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        return Results.Bytes(new FeedDocument(words, FrameworksApi.Address(http)).Write(model, news), "application/atom+xml; charset=utf-8");
    }
}

/// <summary>Writes the feed in the language of the request.</summary>
internal sealed class FeedDocument(IStringLocalizer<Words> T, string address)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public byte[] Write(Model? model, IReadOnlyList<Model> news)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Startup.Language);
            var self = address + (model is null ? Links.Feed : Links.FeedOf(model.Slug));
            Element(xml, "id", Urn(model is null ? NameBasedId.Of(NameBasedId.UrlNamespace, self) : NameBasedId.Of(model.Framework.Id, "feed")));
            Element(xml, "title", model is null ? T["New versions of models – Trellis"] : T["New versions of {0} – Trellis", Reading.Plain(model.Version.Title)]);
            Element(xml, "updated", Instant(news.Select(n => n.Version.UpdatedAt()).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            Author(xml, "Trellis");
            Link(xml, "self", self, "application/atom+xml");
            Link(xml, "alternate", address + (model is null ? Links.Models : Links.Model(model.Slug)), "text/html");
            foreach (var version in news)
                Entry(xml, version);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private void Entry(XmlWriter xml, Model model)
    {
        var (framework, version) = (model.Framework, model.Version);
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", Urn(NameBasedId.Of(framework.Id, "version " + version.Number)));
        Element(xml, "title", T["{0}, version {1}", Reading.Plain(version.Title), version.Number]);
        Element(xml, "updated", Instant(version.UpdatedAt()));
        if (version.PublishedAt is { } published)
            Element(xml, "published", Instant(published));
        if (framework.Publisher.Length > 0)
            Author(xml, framework.Publisher);
        Link(xml, "alternate", address + Links.Version(model.Slug, version.Number), "text/html");
        Link(xml, "related", $"{address}{Links.Version(model.Slug, version.Number)}.json", "application/json");
        Link(xml, "related", $"{address}{Links.Version(model.Slug, version.Number)}.csv", "text/csv");
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", framework.Kind.ToString());
        xml.WriteEndElement();
        var statements = version.Statements.ToString("N0", CultureInfo.CurrentCulture);
        Element(xml, "summary", version.ChangeSummary is { Length: > 0 } summary ? summary
            : version.Sequence == 1 ? T["First version on this server, with {0} statements.", statements] : T["A new version, with {0} statements.", statements]);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string to, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", to);
        xml.WriteEndElement();
    }

    /// <summary>Signs that XML does not have are left out: sources hold some.</summary>
    private static void Element(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Atom, string.Concat(text.EnumerateRunes().Where(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value))));

    private static string Urn(Guid id) => $"urn:uuid:{id:D}";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
