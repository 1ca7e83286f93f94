using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>In which edition a framework goes out, and below which public address its own things are named.</summary>
public sealed record CaseTarget(CaseEdition Edition, CaseAddresses Addresses);

/// <summary>
/// Writes a version of a framework as a CFPackage, row by row, and notes where each object stands. The same version gives the same
/// bytes: nothing outside it is looked at.
/// </summary>
public sealed class CasePackageWriter
{
    /// <summary>Raised whenever the same version would go out as other bytes, so that copies kept by an earlier program are not used.</summary>
    public const int Revision = 1;

    /// <summary>Bytes that may wait before they are sent on.</summary>
    private const int MostPending = 64 * 1024;

    /// <summary>So many links are read at once, together with the statements that their ends lack a title of.</summary>
    private const int LinksAtOnce = 1000;

    private readonly Db _db;
    private readonly Model _model;
    private readonly CaseTarget _target;
    private readonly Utf8JsonWriter _json;
    private readonly CaseIndex.Builder _index = new();
    private readonly CaseSource _source;

    private CasePackageWriter(Db db, Model model, CaseTarget target, Utf8JsonWriter json)
    {
        (_db, _model, _target, _json) = (db, model, target, json);
        _source = CaseSource.Of(model.Version);
    }

    public static async Task<CaseIndex.Builder> WriteAsync(Db db, Model model, CaseTarget target, Stream stream, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(stream, new() { Encoder = TextJson.Options.Encoder, SkipValidation = true });
        var package = new CasePackageWriter(db, model, target, json);
        await package.WriteAsync(stop);
        return package._index;
    }

    private long Position => _json.BytesCommitted + _json.BytesPending;

    private async Task WriteAsync(CancellationToken stop)
    {
        _json.WriteStartObject();
        _json.WritePropertyName("CFDocument"u8);
        Mark(CaseKind.CFDocuments, _model.Framework.Id, isFirst: true, () => new CaseDocumentWriter(_target.Addresses, _target.Edition).Write(_json, _model, _source.Document));
        // Whoever waits for the package sees at once that it comes.
        await _json.FlushAsync(stop);
        var types = new CaseItemTypes(_model.Framework, _target.Addresses, await TypeNamesAsync(stop));
        var items = new CaseItemWriter(_target.Addresses, _target.Edition, types, _model.Version.Language);
        if (_model.Version.Nodes > 0)
        {
            await WriteItemsAsync(items, stop);
            await WriteAssociationsAsync(items, stop);
        }
        WriteDefinitions(types);
        if (_target.Edition.IsNew)
            _source.WriteRest(_json);
        _json.WriteEndObject();
        await _json.FlushAsync(stop);
    }

    private async Task WriteItemsAsync(CaseItemWriter items, CancellationToken stop)
    {
        _json.WriteStartArray("CFItems"u8);
        var isFirst = true;
        await foreach (var statement in Statements().WithCancellation(stop))
        {
            Mark(CaseKind.CFItems, statement.Id, isFirst, () => items.Write(_json, statement));
            isFirst = false;
            await SendAsync(stop);
        }
        _json.WriteEndArray();
    }

    private async Task WriteAssociationsAsync(CaseItemWriter items, CancellationToken stop)
    {
        var associations = new CaseAssociationWriter(_model.Framework.Id, _target, isNumbered: !_source.IsCase);
        var document = new CaseDocumentWriter(_target.Addresses, _target.Edition).Link(_model);
        var above = new Stack<CaseParent>([new(_model.Framework.Id, document.Title, document.Uri)]);
        var others = await OtherParentsAsync(stop);
        _json.WriteStartArray("CFAssociations"u8);
        var isFirst = true;
        await foreach (var statement in Statements().WithCancellation(stop))
        {
            while (above.Count > statement.Depth + 1)
                above.Pop();
            var uri = items.Uri(statement);
            Mark(CaseKind.CFAssociations, isFirst,
                () => associations.WritePlace(_json, statement, uri, above.Peek(), others.Contains(statement.Id.ToString("D"))));
            above.Push(new(statement.Id, CaseAssociationWriter.Title(statement), uri));
            isFirst = false;
            await SendAsync(stop);
        }
        for (var next = 0; await LinksAsync(next, stop) is { Count: > 0 } links; next = links[^1].Ordinal + 1)
        {
            var known = await KnownAsync(links, items, stop);
            foreach (var link in links)
            {
                Mark(CaseKind.CFAssociations, link.Id, isFirst: false, () => associations.Write(_json, link, n => known.GetValueOrDefault(n.Id)));
                await SendAsync(stop);
            }
        }
        _json.WriteEndArray();
    }

    private void WriteDefinitions(CaseItemTypes types)
    {
        var writer = new CaseDefinitionsWriter(_target.Addresses, _target.Edition, _model.Framework.Id, _model.Version.ChangedAt);
        if (_source.HasDefinitions || types.All.Any())
        {
            _json.WriteStartObject("CFDefinitions"u8);
            foreach (var field in CaseClasses.Definitions.Fields.Where(f => f.IsList))
                WriteList(writer, field, _source.Definitions(field.Name));
            WriteTypes(types);
            if (_target.Edition.IsNew)
                _source.WriteRestOfDefinitions(_json);
            _json.WriteEndObject();
        }
        WriteList(writer, CaseClasses.Package.Find("CFRubrics")!, _source.Rubrics);
    }

    private void WriteList(CaseDefinitionsWriter writer, CaseField field, IReadOnlyList<JsonElement> list)
    {
        if (list.Count == 0)
            return;
        var kind = Enum.Parse<CaseKind>(field.Name);
        _json.WriteStartArray(field.Utf8Name);
        for (var i = 0; i < list.Count; i++)
            Mark(kind, writer.Identifier(field.Class!, list[i], i), isFirst: i == 0, () => writer.Write(_json, field.Class!, list[i], i));
        _json.WriteEndArray();
    }

    private void WriteTypes(CaseItemTypes types)
    {
        if (!types.All.Any())
            return;
        var isFirst = true;
        _json.WriteStartArray("CFItemTypes"u8);
        foreach (var (link, code) in types.All)
        {
            var type = new CaseObject(CaseClasses.ItemType, _target.Edition);
            type.Set("identifier", link.Id);
            type.Set("uri", link.Uri);
            type.Set("title", link.Title);
            type.Set("description", link.Title);
            type.Set("hierarchyCode", code);
            type.Set("lastChangeDateTime", CaseText.Of(_model.Version.ChangedAt));
            Mark(CaseKind.CFItemTypes, Guid.Parse(link.Id), isFirst, () => type.Write(_json));
            isFirst = false;
        }
        _json.WriteEndArray();
    }

    /// <summary>Notes where an object begins and ends; a comma stands before all but the first of a list.</summary>
    private void Mark(CaseKind kind, Guid id, bool isFirst, Action write) => Mark(kind, isFirst, () =>
    {
        write();
        return id;
    });

    private void Mark(CaseKind kind, bool isFirst, Func<Guid> write)
    {
        var start = Position + (isFirst ? 0 : 1);
        var id = write();
        _index.Add(kind, CaseAddresses.Id(id), start, Position);
    }

    private async ValueTask SendAsync(CancellationToken stop)
    {
        if (_json.BytesPending > MostPending)
            await _json.FlushAsync(stop);
    }

    private IAsyncEnumerable<Statement> Statements() =>
        _db.Statements.Where(s => s.VersionKey == _model.Version.Key).OrderBy(s => s.Ordinal).AsAsyncEnumerable();

    /// <summary>Statements that have parents beside their place.</summary>
    private async Task<HashSet<string>> OtherParentsAsync(CancellationToken stop) => [.. await _db.Alignments
        .Where(a => a.VersionKey == _model.Version.Key && a.Type == AssociationType.IsChildOf).Select(a => a.Origin.Id).Distinct().ToListAsync(stop)];

    private Task<List<Alignment>> LinksAsync(int next, CancellationToken stop) =>
        _db.Alignments.Where(a => a.VersionKey == _model.Version.Key && a.Ordinal >= next).OrderBy(a => a.Ordinal).Take(LinksAtOnce).ToListAsync(stop);

    /// <summary>Titles and addresses of statements of this version, for ends of links that came without.</summary>
    private async Task<Dictionary<string, (string? Title, string? Uri)>> KnownAsync(List<Alignment> links, CaseItemWriter items, CancellationToken stop)
    {
        var ids = links.SelectMany(l => new[] { l.Origin, l.Destination }).Where(n => n.Title is null || n.Uri is null)
            .Select(n => SourceId.Uuid(n.Id)).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var statements = await _db.Statements.Where(s => s.VersionKey == _model.Version.Key && EF.Parameter(ids).Contains(s.Id)).ToListAsync(stop);
        return statements.ToDictionary(s => s.Id.ToString("D"), s => ((string?)CaseAssociationWriter.Title(s), (string?)items.Uri(s)));
    }

    /// <summary>A framework that came as CASE defines its types itself.</summary>
    private async Task<IReadOnlyList<string>> TypeNamesAsync(CancellationToken stop)
    {
        if (_source.IsCase)
            return [];
        var sorts = await _db.Statements.Where(s => s.VersionKey == _model.Version.Key).Select(s => new { s.TypeLabel, s.Kind }).Distinct().ToListAsync(stop);
        return [.. sorts.Select(s => s.TypeLabel ?? KindNames.Of(s.Kind)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }
}
