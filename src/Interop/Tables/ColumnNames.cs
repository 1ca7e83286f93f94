using System.Collections.Frozen;

namespace Trellis.Interop.Tables;

/// <summary>The names under which columns are known, in our own files and in those of other systems. The best name stands first.</summary>
public static class ColumnNames
{
    private const string LinkPrefix = "link:";
    private const string DepthName = "level";

    private static readonly (ColumnRole Role, string Names)[] Known =
    [
        (ColumnRole.Identifier, "identifier id guid uuid itemid cfitemid statementid competencyid skillid slug"),
        (ColumnRole.Parent, "parent parentidentifier parentid parentguid parentslug"),
        (ColumnRole.Kind, "kind"),
        (ColumnRole.Tier, "tier"),
        (ColumnRole.Notation, "notation humancodingscheme codednotation code number"),
        (ColumnRole.Label, "label abbreviatedstatement name title shortname shortstatement competencylabel preferredlabel"),
        (ColumnRole.Text, "text fullstatement statement competencytext competencystatement competency description definition standard"),
        (ColumnRole.Notes, "notes note comment comments"),
        (ColumnRole.Keywords, "keywords conceptkeywords keyword tags"),
        (ColumnRole.Type, "type cfitemtype itemtype statementtype competencycategory category"),
        (ColumnRole.Language, "language lang inlanguage"),
        (ColumnRole.DerivedFrom, "derivedfrom"),
        (ColumnRole.Uri, "uri url cfitemuri"),
        (ColumnRole.Changed, "changed lastchangedatetime datemodified modified"),
        (ColumnRole.Level, "smartlevel"),
        (ColumnRole.Sequence, "sequencenumber sequence position rank order"),
        (ColumnRole.Extensions, "extensions"),
    ];

    private static readonly FrozenDictionary<string, (ColumnRole Role, int Rank)> Roles = Known
        .SelectMany(k => k.Names.Split(' ').Select((name, rank) => (name, k.Role, rank)))
        .ToFrozenDictionary(n => n.name, n => (n.Role, n.rank));

    private static readonly FrozenDictionary<string, string> LinkTypeByName = AssociationType.Known.ToFrozenDictionary(Letters);

    /// <summary>Fields of CASE that a statement here has no place for, as CASE spells them.</summary>
    private static readonly FrozenDictionary<string, string> Kept =
        new[] { "listEnumeration", "educationLevel", "license", "sequenceNumber", "smartLevel", "alternativeLabel", "subject", "statusStartDate", "statusEndDate" }
            .ToFrozenDictionary(Letters);

    /// <summary>What people call columns that repeat the heading above each statement.</summary>
    public static readonly FrozenSet<string> Groups =
        "area bereich bloque block category cluster competencyarea dimension domain dominio group grupo section seccion strand subdomain tier topic unidad unit".Split(' ').ToFrozenSet();

    public static CsvColumn Recognise(int index, string name, bool ours)
    {
        if (name.StartsWith("ext:", StringComparison.Ordinal))
            return new(index, name, ColumnRole.Link, LinkType: name);
        if (ours && name.StartsWith(LinkPrefix, StringComparison.Ordinal))
            return new(index, name, ColumnRole.Link, LinkType: name[LinkPrefix.Length..]);
        if (ours && name == DepthName)
            return new(index, name, ColumnRole.Depth);
        var (plain, language) = name.Split('@', 2) is [{ Length: > 0 } before, var tag] ? (before, tag) : (name, null);
        var letters = Letters(plain);
        if (!ours && letters == "ischildof")
            return new(index, name, ColumnRole.Parent);
        if (LinkTypeByName.TryGetValue(letters, out var type))
            return new(index, name, ColumnRole.Link, LinkType: type);
        if (Roles.TryGetValue(letters, out var known) && (language is null || TakesLanguage(known.Role)))
            return new(index, name, known.Role, language);
        return new(index, Kept.GetValueOrDefault(letters, name), ColumnRole.Other);
    }

    /// <summary>The header of a column of links, from which <see cref="Recognise"/> gets the type again.</summary>
    public static string Link(string type) =>
        AssociationType.Known.Contains(type) || type.StartsWith("ext:", StringComparison.Ordinal) ? type : LinkPrefix + type;

    public static int Rank(CsvColumn column) => Roles.GetValueOrDefault(Letters(column.Name.Split('@')[0])).Rank;

    public static bool TakesLanguage(ColumnRole role) => role is ColumnRole.Label or ColumnRole.Text or ColumnRole.Notes or ColumnRole.Keywords;

    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
