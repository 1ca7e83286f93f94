using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>Writes statements as CFItems.</summary>
internal sealed class CaseItemWriter(CaseAddresses addresses, CaseEdition edition, CaseItemTypes types, string mainLanguage)
{
    private readonly CaseObject _item = new(CaseClasses.PackageItem, edition);

    public void Write(Utf8JsonWriter json, Statement statement)
    {
        _item.Clear();
        var language = statement.Text.LanguageFor(mainLanguage);
        _item.Set("identifier", CaseAddresses.Text(statement.Id));
        _item.Set("fullStatement", statement.Text.In(language));
        _item.Set("CFItemType", CaseItemTypes.Name(statement));
        _item.Set("uri", Uri(statement));
        _item.Set("humanCodingScheme", statement.Notation);
        _item.Set("abbreviatedStatement", statement.Label?.In(language));
        _item.Set("conceptKeywords", statement.Keywords is { } keywords ? keywords.Values[keywords.Values.ContainsKey(language) ? language : keywords.Values.Keys.First()] : null);
        _item.Set("notes", statement.Notes?.In(language));
        _item.Set("language", language == LanguageText.Unknown ? null : language);
        _item.Set("lastChangeDateTime", CaseText.Of(statement.ChangedAt));
        if (types.Link(statement) is { } type)
            _item.Set("CFItemTypeURI", type);
        if (statement.Extensions is { } extensions)
        {
            using var source = JsonDocument.Parse(extensions);
            _item.Take(source.RootElement, CaseFields.Placement);
            Finish(json, statement, language);
            return;
        }
        Finish(json, statement, language);
    }

    public string Uri(Statement statement) =>
        CaseAddresses.IsAddress(statement.Uri) ? statement.Uri! : addresses.Of("CFItems", statement.Id);

    private void Finish(Utf8JsonWriter json, Statement statement, string language)
    {
        if (CaseTrellis.Of(statement, language) is { } own)
            _item.Extend(CaseFields.Trellis, own);
        _item.Write(json);
    }
}
