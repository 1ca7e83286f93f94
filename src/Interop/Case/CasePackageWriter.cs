using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Interop.Case;

/// <summary>In which edition a framework goes out, and below which public address its own things are named.</summary>
public sealed record CaseTarget(CaseEdition Edition, CaseAddresses Addresses);

/// <summary>
/// Writes a version of a framework as a CFPackage, row by row, and notes where each object stands. The same version gives the same
/// bytes, whether pieces of an earlier version are used again or not: nothing outside it is looked at.
/// </summary>
public sealed class CasePackageWriter : IDisposable
{
    /// <summary>Raised whenever the same version would go out as other bytes, so that copies kept by an earlier program are not used.</summary>
    public const int Revision = 2;

    /// <summary>So many links are read at once, together with the statements that their ends lack a title of.</summary>
    private const int LinksAtOnce = 1000;

    private readonly Db _db;
    private readonly Model _model;
    private readonly CaseTarget _target;
    private readonly CaseSource _source;
    private readonly CaseRunWriter _out;

    private CasePackageWriter(Db db, Model model, CaseTarget target, CaseRunWriter output)
    {
        (_db, _model, _target, _out) = (db, model, target, output);
        _source = CaseSource.Of(model.Version);
    }

    public static async Task<CaseContents> WriteAsync(Db db, Model model, CaseTarget target, Stream stream, CasePieces? pieces, CancellationToken stop)
    {
        using var package = new CasePackageWriter(db, model, target, new(stream, pieces));
        await package.WriteAsync(pieces?.Former, stop);
        return package._out.Contents;
    }

    public void Dispose() => _out.Dispose();

    private async Task WriteAsync(CaseFormer? former, CancellationToken stop)
    {
        _out.Between("{\"CFDocument\":"u8);
        _out.Write(CaseKind.CFDocuments, _model.Framework.Id, json => new CaseDocumentWriter(_target.Addresses, _target.Edition).Write(json, _model, _source.Document));
        // Whoever waits for the package sees at once that it comes.
        await _out.CutAsync(CasePart.Frame, stop);
        var types = new CaseItemTypes(_model.Framework, _target.Addresses, await TypeNamesAsync(stop));
        if (_model.Version.Nodes > 0)
        {
            var plan = await CasePlan.OfAsync(_db, _model, _target, former, stop);
            var items = new CaseItemWriter(_target.Addresses, _target.Edition, types, _model.Version.Language);
            await WriteItemsAsync(plan, items, stop);
            var associations = new CaseAssociationWriter(_model.Framework.Id, _target, isNumbered: !_source.IsCase);
            await WritePlacesAsync(plan, items, associations, stop);
            await WriteLinksAsync(plan, items, associations, stop);
            _out.Between("]"u8);
        }
        _out.End(json =>
        {
            var tail = new CaseTail(json, _model, _target, _source);
            tail.Write(types);
            return tail;
        });
        await _out.CutAsync(CasePart.Frame, stop);
    }

    private async Task WriteItemsAsync(CasePlan plan, CaseItemWriter items, CancellationToken stop)
    {
        var isFirst = true;
        foreach (var rows in plan.Items)
        {
            if (rows.Former is { } run)
            {
                _out.Copy(run, rows.First);
                isFirst = false;
                continue;
            }
            await foreach (var statement in Statements(rows).WithCancellation(stop))
            {
                _out.Between(isFirst ? ",\"CFItems\":["u8 : ","u8);
                isFirst = false;
                _out.Write(CaseKind.CFItems, statement.Id, json => items.Write(json, statement));
                await _out.NextAsync(CasePart.Items, statement.Ordinal, statement.Id, stop);
            }
            await _out.CutAsync(CasePart.Items, stop);
        }
    }

    private async Task WritePlacesAsync(CasePlan plan, CaseItemWriter items, CaseAssociationWriter associations, CancellationToken stop)
    {
        var isFirst = true;
        foreach (var rows in plan.Places)
        {
            if (rows.Former is { } run)
            {
                _out.Copy(run, rows.First);
                isFirst = false;
                continue;
            }
            var above = await AboveAsync(rows.First, items, stop);
            await foreach (var statement in Statements(rows).WithCancellation(stop))
            {
                while (above.Count > statement.Depth + 1)
                    above.Pop();
                var uri = items.Uri(statement);
                _out.Between(isFirst ? "],\"CFAssociations\":["u8 : ","u8);
                isFirst = false;
                _out.Write(CaseKind.CFAssociations, json => associations.WritePlace(json, statement, uri, above.Peek(), plan.Others.Contains(statement.Id.ToString("D"))));
                above.Push(new(statement.Id, CaseAssociationWriter.Title(statement), uri));
                await _out.NextAsync(CasePart.Places, statement.Ordinal, statement.Id, stop);
            }
            await _out.CutAsync(CasePart.Places, stop);
        }
    }

    /// <summary>The document and the statements below which the row of this rank stands.</summary>
    private async Task<Stack<CaseParent>> AboveAsync(int first, CaseItemWriter items, CancellationToken stop)
    {
        var document = new CaseDocumentWriter(_target.Addresses, _target.Edition).Link(_model);
        var above = new Stack<CaseParent>([new(_model.Framework.Id, document.Title, document.Uri)]);
        if (first == 0)
            return above;
        var parents = await _db.Statements.Where(s => s.VersionKey == _model.Version.Key && s.Ordinal < first && s.Ordinal + s.Size >= first)
            .OrderBy(s => s.Ordinal).ToListAsync(stop);
        foreach (var parent in parents)
            above.Push(new(parent.Id, CaseAssociationWriter.Title(parent), items.Uri(parent)));
        return above;
    }

    private async Task WriteLinksAsync(CasePlan plan, CaseItemWriter items, CaseAssociationWriter associations, CancellationToken stop)
    {
        foreach (var rows in plan.Links)
        {
            if (rows.Former is { } run)
            {
                _out.Copy(run, rows.First);
                continue;
            }
            for (var next = rows.First; await LinksAsync(next, rows.End, stop) is { Count: > 0 } links; next = links[^1].Ordinal + 1)
            {
                var known = await KnownAsync(links, items, stop);
                foreach (var link in links)
                {
                    _out.Between(","u8);
                    _out.Write(CaseKind.CFAssociations, link.Id, json => associations.Write(json, link, n => known.GetValueOrDefault(n.Id)));
                    await _out.NextAsync(CasePart.Links, link.Ordinal, link.Id, stop);
                }
            }
            await _out.CutAsync(CasePart.Links, stop);
        }
    }

    private IAsyncEnumerable<Statement> Statements(CaseRows rows)
    {
        var (first, end) = (rows.First, rows.End);
        return _db.Statements.Where(s => s.VersionKey == _model.Version.Key && s.Ordinal >= first && s.Ordinal < end).OrderBy(s => s.Ordinal).AsAsyncEnumerable();
    }

    private Task<List<Alignment>> LinksAsync(int next, int end, CancellationToken stop) => _db.Alignments
        .Where(a => a.VersionKey == _model.Version.Key && a.Ordinal >= next && a.Ordinal < end).OrderBy(a => a.Ordinal).Take(LinksAtOnce).ToListAsync(stop);

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
