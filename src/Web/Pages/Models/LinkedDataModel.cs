using System.Globalization;
using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Web.Pages.Models;

/// <summary>Models and statements in the words of schema.org: sets of defined terms, and the terms. In the language of the page.</summary>
public static class LinkedDataModel
{
    /// <summary>What search engines are told of a model.</summary>
    /// <param name="model">The version that the page shows.</param>
    /// <param name="site">The address of this site, without a slash at its end.</param>
    public static string Write(Model model, string site) => LinkedDataJson.Write(Set(model, site, isWhole: true));

    public static string Write(StatementProfile profile, string site)
    {
        var (model, statement) = (profile.Model, profile.Statement);
        var title = statement.Label ?? statement.Text;
        return LinkedDataJson.Write(new()
        {
            ["@context"] = LinkedDataJson.Context,
            ["@type"] = "DefinedTerm",
            ["name"] = Plain(title),
            ["description"] = statement.Label is null ? null : Plain(statement.Text),
            ["termCode"] = string.IsNullOrWhiteSpace(statement.Notation) ? null : statement.Notation,
            ["identifier"] = new Ctid(statement.Id).ToString(),
            ["url"] = site + Links.Statement(model, statement.Id),
            ["sameAs"] = Address(statement.Uri),
            ["inDefinedTermSet"] = Set(model, site, isWhole: false),
        });
    }

    private static JsonObject Set(Model model, string site, bool isWhole)
    {
        var (framework, version) = (model.Framework, model.Version);
        return new()
        {
            ["@context"] = isWhole ? LinkedDataJson.Context : null,
            ["@type"] = "DefinedTermSet",
            ["name"] = Plain(version.Title),
            ["url"] = site + Links.Model(model),
            ["description"] = isWhole && version.Description is { } description ? Plain(description) : null,
            ["identifier"] = isWhole ? framework.Ctid ?? new Ctid(framework.Id).ToString() : null,
            ["sameAs"] = isWhole ? Address(framework.Uri) : null,
            ["publisher"] = LinkedDataJson.Organization(framework.Publisher),
            ["version"] = isWhole ? version.Number : null,
            ["inLanguage"] = isWhole ? LinkedDataJson.Texts(version.Languages.Where(l => l != LanguageText.Unknown)) : null,
            ["dateModified"] = isWhole && version.ChangedAt > DateTimeOffset.UnixEpoch ? version.ChangedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        };
    }

    private static string Plain(LanguageText text) => PlainText.Of(text.In(Startup.Language));

    private static string? Address(string? uri) => Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? uri : null;
}
