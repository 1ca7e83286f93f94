using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>Reads CFItems one by one; each becomes a statement or is left out with its reason.</summary>
internal sealed class CaseItems(CaseRow row, CaseDocument document, CaseNodes nodes)
{
    public void Take()
    {
        row.IsNew |= row.Has("extensions"u8);
        var id = row.Id("identifier"u8);
        var text = row.Required("fullStatement"u8);
        var uri = row.Address();
        var at = row.Date("lastChangeDateTime"u8);
        if (row.IsRejected)
        {
            if (id != Guid.Empty && nodes.Find(id) is null)
                nodes.LeftOut.TryAdd(id, null);
            return;
        }
        if (nodes.Find(id) is not null)
        {
            row.Reject("duplicate-id", "identifier"u8, "The identifier {0} stands twice; the first one was kept.", id.ToString());
            return;
        }
        nodes.TryAdd(Read(id, text!, uri, at));
    }

    private Statement Read(Guid id, string text, string? uri, DateTimeOffset at)
    {
        var language = row.Optional("language"u8) ?? document.Version.Language;
        var statement = new Statement
        {
            Id = id,
            Text = LanguageText.Of(language, text),
            Label = LanguageText.OfNullable(language, row.Optional("abbreviatedStatement"u8)),
            Notation = row.Optional("humanCodingScheme"u8),
            Notes = LanguageText.OfNullable(language, row.Optional("notes"u8)),
            TypeLabel = row.Optional("CFItemType"u8),
            Keywords = Keywords(language),
            Uri = uri,
            ChangedAt = at,
        };
        row.TakeDocumentLink(document);
        var rest = row.Rest();
        (var own, statement.Extensions) = CaseTrellisReader.Split(rest.Length == 0 ? null : $"{{{rest}}}");
        if (own != CaseTrellisReader.None)
            Restore(statement, own);
        return statement;
    }

    /// <summary>A statement that left from another Trellis is the same again.</summary>
    private static void Restore(Statement statement, CaseTrellisReader own)
    {
        statement.Kind = own.Member<StatementKind>("kind") ?? statement.Kind;
        statement.Tier = own.Whole("tier") is >= 1 and <= 9 and var tier ? tier : null;
        statement.DerivedFrom = own.Text("derivedFrom");
        statement.Text = own.Languages("text") ?? statement.Text;
        statement.Label = own.Languages("label") ?? statement.Label;
        statement.Notes = own.Languages("notes") ?? statement.Notes;
        statement.Keywords = own.Terms("keywords") ?? statement.Keywords;
        if (statement.TypeLabel == KindNames.Of(statement.Kind))
            statement.TypeLabel = null;
    }

    private LanguageTerms? Keywords(string language)
    {
        if (row.Take("conceptKeywords"u8) is not { } value)
            return null;
        if (value.Type == JsonTokenType.String)
        {
            row.Repair("wrong-type", "conceptKeywords"u8, "Keywords should be a list of texts; the one text was taken as a keyword.");
            return LanguageTerms.Of(language, [row.Text(value)]);
        }
        if (value.Type == JsonTokenType.StartArray && Words(value) is { } words)
            return LanguageTerms.Of(language, words);
        row.Leave(value);
        row.Repair("wrong-type", "conceptKeywords"u8, "Keywords should be a list of texts; they were kept aside as they are.");
        return null;
    }

    private List<string>? Words(JsonSlice list)
    {
        var words = new List<string>();
        var reader = new Utf8JsonReader(row.Raw(list));
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
                return null;
            words.Add(JsonStrings.Of(ref reader));
        }
        return words;
    }
}
