using System.Globalization;
using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>What Trellis knows and CASE has no field for, as one object among the extensions; <see cref="CaseTrellisReader"/> reads it back.</summary>
internal static class CaseTrellis
{
    public static Action<Utf8JsonWriter>? Of(Framework framework, FrameworkVersion version)
    {
        var own = new List<Action<Utf8JsonWriter>>();
        if (framework.Kind != FrameworkKind.AcademicStandards)
            own.Add(j => j.WriteString("kind", framework.Kind.ToString()));
        AddText(own, "ctid", framework.Ctid);
        AddList(own, "industries", framework.Industries);
        AddLanguages(own, "title", version.Title, version.Language);
        AddLanguages(own, "description", version.Description, version.Language);
        AddLanguages(own, "notice", version.Notice, null);
        AddText(own, "changeSummary", version.ChangeSummary);
        AddList(own, "champions", version.Champions);
        if (version.Sources.Count > 1 || (version.Sources is [var only] && !CaseAddresses.IsAddress(only)))
            AddList(own, "sources", version.Sources);
        return Whole(own);
    }

    public static Action<Utf8JsonWriter>? Of(Statement statement, string language)
    {
        var own = new List<Action<Utf8JsonWriter>>();
        if (statement.Kind != StatementKind.Item)
            own.Add(j => j.WriteString("kind", statement.Kind.ToString()));
        // Below a tier, the tier follows from the place.
        if (statement.Tier is { } tier && (statement.Kind == StatementKind.Tier || statement.Depth == 0))
            own.Add(j => j.WriteNumber("tier", tier));
        AddText(own, "derivedFrom", statement.DerivedFrom);
        AddLanguages(own, "text", statement.Text, language);
        AddLanguages(own, "label", statement.Label, language);
        AddLanguages(own, "notes", statement.Notes, language);
        if (statement.Keywords is { } keywords && !keywords.Values.Keys.SequenceEqual([language]))
        {
            own.Add(j =>
            {
                j.WriteStartObject("keywords");
                foreach (var (tag, words) in keywords.Values)
                    WriteList(j, tag, words);
                j.WriteEndObject();
            });
        }
        return Whole(own);
    }

    public static Action<Utf8JsonWriter>? Of(Alignment alignment)
    {
        var own = new List<Action<Utf8JsonWriter>>();
        if (alignment.Weight is { } weight)
            own.Add(j => j.WriteNumber("weight", weight));
        AddText(own, "author", alignment.Author);
        AddText(own, "evidence", alignment.Evidence);
        return Whole(own);
    }

    /// <summary>The type of a link's target, for what is named by a scheme that is not CASE's.</summary>
    public static string? TargetType(NodeRef node) =>
        node.Scheme is { } scheme ? AssociationType.Of(AssociationType.Prefix + Name(scheme)) : null;

    /// <summary>The name of a scheme in a type of target. The schema of packages does not take a hyphen there, though that of the operations does.</summary>
    public static string Name(string scheme) => scheme.Replace('-', '_');

    private static Action<Utf8JsonWriter>? Whole(List<Action<Utf8JsonWriter>> own) => own.Count == 0 ? null : json =>
    {
        json.WriteStartObject();
        foreach (var write in own)
            write(json);
        json.WriteEndObject();
    };

    private static void AddText(List<Action<Utf8JsonWriter>> own, string name, string? value)
    {
        if (value is not null)
            own.Add(j => j.WriteString(name, value));
    }

    private static void AddList(List<Action<Utf8JsonWriter>> own, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            own.Add(j => WriteList(j, name, values));
    }

    /// <summary>All languages of a text that CASE's one language does not tell.</summary>
    private static void AddLanguages(List<Action<Utf8JsonWriter>> own, string name, LanguageText? text, string? told)
    {
        if (text is null || (told is not null && text.Values.Count == 1 && text.Has(told)))
            return;
        own.Add(j =>
        {
            j.WriteStartObject(name);
            foreach (var (tag, words) in text.Values)
                j.WriteString(tag, words);
            j.WriteEndObject();
        });
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
