using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>What stands around a statement: its children in their order, the links that are told at it, and whether other parents claim it though it stands at the top.</summary>
internal sealed record CtdlAround(IReadOnlyList<Guid> Children, IReadOnlyList<CtdlTold> Links, bool IsClaimed);

/// <summary>Makes nodes of statements: competencies, levels or concepts.</summary>
internal sealed class CtdlStatementWriter(Model model, CtdlAddresses addresses, CtdlShape shape)
{
    /// <summary>Terms from which a reader makes a statement or its links.</summary>
    private static readonly string[] s_read =
    [
        "ceasn:competencyText", "ceasn:competencyLabel", "ceasn:codedNotation", "ceasn:comment", "ceasn:isChildOf", "ceasn:hasChild", "ceasn:conceptKeyword",
        "ceasn:competencyCategory", "skos:notation", "skos:note", "skos:broader", "skos:narrower", .. CtdlFields.Links.Keys.Select(CtdlTerms.Full).OfType<string>(),
    ];

    private readonly FrameworkVersion _version = model.Version;
    private readonly CtdlLinkPlan _plan = new(addresses, shape);

    public CtdlObject Make(Statement statement, CtdlAround around)
    {
        var (node, kept) = (new CtdlObject(), CtdlKept.Of(statement.Extensions));
        var links = new CtdlOutLinks(model.Framework, addresses, _plan);
        links.Take(statement, around.Links.Select(l => WithinTree(l, statement, around)));
        var hasTypes = kept.HasTypesLike(shape, shape.Type);
        node.Set("@id", addresses[statement.Id]);
        SetType(node, kept, hasTypes);
        node.Set("ceterms:ctid", new Ctid(statement.Id).ToString());
        SetPlace(node, statement, around, links, kept);
        SetTexts(node, statement, kept);
        SetMarks(node, statement, kept);
        SetSource(node, statement, links);
        SetOwn(node, statement, around);
        links.WriteTo(node);
        node.Reserve(s_read);
        if (statement.Label is null)
            node.Reserve("skos:prefLabel", "ceasn:name", "ceterms:name");
        node.Keep(kept, hasTypes ? ["@type"] : []);
        return node;
    }

    /// <summary>A link that only repeats the place of a statement is not told by a property, as no reader could tell it from the place.</summary>
    private CtdlTold WithinTree(CtdlTold told, Statement statement, CtdlAround around)
    {
        var repeats = told.Property == shape.Up
            ? statement.ParentId is { } parent && told.Address == addresses[parent]
            : told.Property == shape.Down && around.Children.Any(c => told.Address == addresses[c]);
        return repeats ? told with { Property = null, Address = null } : told;
    }

    private void SetType(CtdlObject node, CtdlKept kept, bool hasTypes)
    {
        if (hasTypes)
            node.Set("@type", kept.Members["@type"]);
        else
            node.Set("@type", shape.Type);
    }

    private void SetPlace(CtdlObject node, Statement statement, CtdlAround around, CtdlOutLinks links, CtdlKept kept)
    {
        node.Set(shape.Member, [.. kept.Strings(shape.Member).Prepend(addresses.Framework).Distinct()]);
        if (statement.ParentId is null)
            node.Set(shape.TopOf, [.. kept.Strings(shape.TopOf).Prepend(addresses.Framework).Distinct()]);
        // A reader meets links of the tree in another order than it finds them in; only what is sorted comes out the same again.
        var above = links.Pop(shape.Up).Order(StringComparer.Ordinal).ToList();
        node.Set(shape.Up, statement.ParentId is { } parent ? [addresses[parent], .. above] : above);
        node.Set(shape.Down, [.. around.Children.Select(c => addresses[c]).Concat(links.Pop(shape.Down).Order(StringComparer.Ordinal)).Distinct()]);
    }

    private void SetTexts(CtdlObject node, Statement statement, CtdlKept kept)
    {
        var isLabelOnly = !shape.IsCompetencies && statement.Label is null;
        node.Set(shape.Label, isLabelOnly ? statement.Text : statement.Label);
        node.Set(shape.Text, isLabelOnly ? null : statement.Text);
        node.Set(shape.Notes, statement.Notes);
        node.Set("ceasn:conceptKeyword", statement.Keywords);
        var sort = statement.TypeLabel ?? KindNames.Of(statement.Kind);
        if (sort is null)
            return;
        if (!shape.IsCompetencies || sort != sort.Trim() || sort.Length == 0)
            node.Own("type", statement.TypeLabel);
        else if (kept.Texts("ceasn:competencyCategory") is { } written && written.In(Language(statement, kept)) == sort)
            node.Set("ceasn:competencyCategory", written);
        else
            node.Set("ceasn:competencyCategory", LanguageText.Of(sort == KindNames.Of(statement.Kind) ? "en" : _version.Language, sort));
    }

    private void SetMarks(CtdlObject node, Statement statement, CtdlKept kept)
    {
        if (statement.Notation is { } notation)
        {
            if (notation.Length == 0 || notation != notation.Trim())
                node.Own("notation", notation);
            else if (kept.First(shape.Notation)?.Trim() == notation)
                node.Set(shape.Notation, kept.Members[shape.Notation]);
            else
                node.Set(shape.Notation, notation);
        }
        if (shape.IsCompetencies)
        {
            node.Set("ceasn:listID", kept.First("ceasn:listID") ?? Listed(kept) ?? (statement.Position + 1).ToString(CultureInfo.InvariantCulture));
            if (kept.First("ceasn:inLanguage") is null)
                node.Set("ceasn:inLanguage", CtdlFacts.Languages(statement.Text));
            else
                node.Set("ceasn:inLanguage", kept.Members["ceasn:inLanguage"]);
        }
        var said = kept.First("ceasn:dateCreated") is { } created && kept.First("ceasn:dateModified") is null ? SourceDate.Read(created)?.At : _version.ChangedAt;
        if (statement.ChangedAt != said || kept.First("ceasn:dateModified") is not null)
            node.Set("ceasn:dateModified", CtdlDates.As(kept, "ceasn:dateModified", statement.ChangedAt));
    }

    /// <summary>A statement that took its words from another names it; where that is no link already, our own part says how it was named.</summary>
    private void SetSource(CtdlObject node, Statement statement, CtdlOutLinks links)
    {
        const string Term = "ceasn:derivedFrom";
        var told = links.Pop(Term);
        var from = statement.DerivedFrom is { Length: > 0 } named ? named : null;
        if (from == (told.Count > 0 ? told[0] : null))
        {
            node.Set(Term, told);
            return;
        }
        var address = from is null ? null : addresses.Of(new NodeRef(from));
        node.Own("derivedFrom", from ?? "");
        if (address is null || told.Contains(address))
        {
            node.Set(Term, told);
            return;
        }
        node.Own("derivedAt", address);
        node.Set(Term, [address, .. told]);
    }

    private void SetOwn(CtdlObject node, Statement statement, CtdlAround around)
    {
        if (statement.Kind != StatementKind.Item)
            node.Own("kind", statement.Kind.ToString());
        // Below a tier, the tier follows from the place.
        if (statement.Tier is { } tier && (statement.Kind == StatementKind.Tier || statement.Depth == 0))
            node.Own("tier", j => j.WriteNumberValue(tier));
        if (statement.Uri is { } uri && uri != addresses[statement.Id])
            node.Own("uri", uri);
        if (statement.ParentId is null && around.IsClaimed)
            node.Own("top", j => j.WriteBooleanValue(true));
    }

    private string Language(Statement statement, CtdlKept kept) =>
        kept.First("ceasn:inLanguage") is { } tag ? CtdlTexts.Tag(tag) : CtdlFacts.Languages(statement.Text) is [var first, ..] ? first : _version.Language;

    /// <summary>The place in a list that CASE gives to an item.</summary>
    private static string? Listed(CtdlKept kept) =>
        kept.Members.TryGetValue("listEnumeration", out var value) && value.ValueKind == JsonValueKind.String && JsonStrings.Of(value).Trim() is { Length: > 0 } text ? text : null;
}
