using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.CredentialEngine;

/// <summary>
/// Writes a framework as Credential Engine takes it in a table: the main language, the tree with further parents, categories and remarks.
/// Kinds, keywords, other languages and other links have no place there.
/// </summary>
public static class EngineWriter
{
    public static async Task WriteAsync(OutgoingModel model, Stream stream, CancellationToken stop)
    {
        var statements = await model.Statements().ToListAsync(stop);
        // An address that two statements share names neither.
        var shared = statements.Select(s => s.Uri).Append(model.Framework.Uri).OfType<string>().CountBy(u => u).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
        var names = statements.ToDictionary(s => s.Id, s => IsAddress(s.Uri) && !shared.Contains(s.Uri!) ? s.Uri! : new Ctid(s.Id).ToString());
        var framework = IsAddress(model.Framework.Uri) ? model.Framework.Uri! : Identifier(model.Framework);
        var parents = model.Alignments.Where(a => a.Type == AssociationType.IsChildOf).ToLookup(a => a.Origin.Id, a => Parent(a, names));
        var main = model.Version.Language;
        IReadOnlyList<OutgoingCell>[] rows =
        [
            [framework, Identifier(model.Framework), EngineColumns.Framework, model.Version.Title.In(main), "", "", "", "", "", model.Version.Description?.In(main) ?? ""],
            .. statements.Select(s => (IReadOnlyList<OutgoingCell>)
            [
                names[s.Id], new Ctid(s.Id).ToString(), EngineColumns.Competency, s.Label?.In(main) ?? "", s.ParentId is null ? framework : "",
                string.Join('|', parents[s.Id.ToString("D")].Prepend(s.ParentId is { } parent ? names.GetValueOrDefault(parent) : null).OfType<string>().Distinct()),
                s.TypeLabel ?? "", s.Notation ?? "", s.Text.In(main), s.Notes?.In(main) ?? "",
            ]),
        ];
        await stream.WriteAsync(new OutgoingTable("competencies", EngineColumns.All, [.. rows.Select(r => r.Select(c => (OutgoingCell)c.Text?.Trim()).ToArray())]) { HasFixedHeadings = true }.ToCsv(), stop);
    }

    private static string Identifier(Framework framework) => Ctid.TryParse(framework.Ctid, out var ctid) ? ctid.ToString() : new Ctid(framework.Id).ToString();

    /// <summary>A further parent: a statement of the framework, or one elsewhere by its address.</summary>
    private static string? Parent(Alignment link, Dictionary<Guid, string> names) =>
        SourceId.Uuid(link.Destination.Id) is { } id && names.TryGetValue(id, out var name) ? name
        : new[] { link.Destination.Uri, link.Destination.Id }.FirstOrDefault(IsAddress);

    /// <summary>A bar divides the parents of a row.</summary>
    private static bool IsAddress(string? text) => text is not null && !text.AsSpan().ContainsAny('|', ' ')
        && (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal));
}
