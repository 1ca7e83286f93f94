using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Interop.Case;

/// <summary>Rows from one rank up to another: those of a piece that an earlier package has, or rows to be written.</summary>
internal readonly record struct CaseRows(int First, int End, CaseRun? Former);

/// <summary>
/// Which pieces of the package of an earlier version can stand in that of a later one as they are: those of which every row, and all
/// that the writing of a row looks at besides, is the same.
/// </summary>
internal sealed class CasePlan
{
    private static readonly IReadOnlyList<CaseRows> Everything = [new(0, int.MaxValue, null)];

    /// <summary>Statements that have parents beside their place.</summary>
    public required HashSet<string> Others { get; init; }

    public IReadOnlyList<CaseRows> Items { get; private init; } = Everything;

    public IReadOnlyList<CaseRows> Places { get; private init; } = Everything;

    public IReadOnlyList<CaseRows> Links { get; private init; } = Everything;

    /// <summary>Compares the version with the earlier one; without one, every row is to be written.</summary>
    public static async Task<CasePlan> OfAsync(Db db, Model model, CaseTarget target, CaseFormer? former, CancellationToken stop)
    {
        var version = model.Version.Key;
        if (former is null || former.Version.Language != model.Version.Language || former.Version.SourceFormat != model.Version.SourceFormat)
            return new() { Others = await OtherParentsAsync(db, version, stop) };
        var comparing = LinksAsync(former, version, stop);
        var statements = await VersionOverlap.StatementsAsync(db, version, former.Version.Key, stop);
        var (links, others, othersBefore) = await comparing;
        var altered = statements.Where(s => s.Former is null).Select(s => s.Id).ToHashSet();
        if (links.Exists(l => l.OpenOrigin is not null || l.OpenDestination is not null))
            altered.UnionWith(await VersionOverlap.GoneAsync(db, version, former.Version.Key, stop));
        var writer = new CaseDocumentWriter(target.Addresses, target.Edition);
        var isDocumentSame = writer.Link(model) == writer.Link(model with { Version = former.Version });
        return new()
        {
            Others = others,
            Items = Share([.. statements.Select(s => new CaseRowPlan(s.Id, s.Ordinal, s.Former))], CasePart.Items, former),
            Places = Share(Placed(statements, new(isDocumentSame, others, othersBefore)), CasePart.Places, former),
            Links = Share(
                links.ConvertAll(l => new CaseRowPlan(l.Id, l.Ordinal, IsAltered(l.OpenOrigin) || IsAltered(l.OpenDestination) ? null : l.Former)), CasePart.Links, former),
        };

        bool IsAltered(string? end) => end is not null && SourceId.Uuid(end) is { } id && altered.Contains(id);
    }

    private static async Task<(List<LinkOverlap> Links, HashSet<string> Others, HashSet<string> OthersBefore)> LinksAsync(CaseFormer former, int version, CancellationToken stop)
    {
        await using var db = former.Open();
        // SQLite answers on the thread that asks.
        return await Task.Run(
            async () =>
            {
                var links = await VersionOverlap.LinksAsync(db, version, former.Version.Key, stop);
                // A source may have given one identifier to several links.
                return (links.DistinctBy(l => l.Ordinal).ToList(), await OtherParentsAsync(db, version, stop), await OtherParentsAsync(db, former.Version.Key, stop));
            },
            stop);
    }

    private static async Task<HashSet<string>> OtherParentsAsync(Db db, int version, CancellationToken stop) => [.. await db.Alignments
        .Where(a => a.VersionKey == version && a.Type == AssociationType.IsChildOf).Select(a => a.Origin.Id).Distinct().ToListAsync(stop)];

    /// <summary>The place of a statement names its parent too, and says more where it stands at the top and has other parents.</summary>
    private static List<CaseRowPlan> Placed(List<StatementOverlap> statements, CaseTop top)
    {
        var (above, rows) = (new Stack<bool>(), new List<CaseRowPlan>(statements.Count));
        foreach (var statement in statements)
        {
            while (above.Count > statement.Depth)
                above.Pop();
            var isSame = statement.Former is not null && statement.Position == statement.FormerPosition
                && (above.Count > 0 ? above.Peek() : top.IsSame(statement.Id));
            rows.Add(new(statement.Id, statement.Ordinal, isSame ? statement.Former : null));
            above.Push(statement.Former is not null);
        }
        return rows;
    }

    private static List<CaseRows> Share(List<CaseRowPlan> rows, CasePart part, CaseFormer former)
    {
        var known = former.Runs.Where(r => r.Part == part).ToDictionary(r => r.First);
        var shared = new List<CaseRows>();
        for (var (start, end) = (0, 0); start < rows.Count; start = end)
        {
            for (end = start + 1; end < rows.Count && !CaseRun.IsLast(rows[end - 1].Id) && end - start < CaseRun.Most; end++)
            {
            }
            var run = rows[start].Former is { } first && known.TryGetValue(first, out var found) && IsWhole(found, rows, start, end) ? found : null;
            var until = end < rows.Count ? rows[end].Ordinal : int.MaxValue;
            if (run is null && shared.Count > 0 && shared[^1].Former is null)
                shared[^1] = shared[^1] with { End = until };
            else
                shared.Add(new(rows[start].Ordinal, until, run));
        }
        return shared;
    }

    /// <summary>The first piece of a list begins otherwise than the rest; links follow upon places.</summary>
    private static bool IsWhole(CaseRun run, List<CaseRowPlan> rows, int start, int end)
    {
        if (run.Count != end - start || (run.Part != CasePart.Links && (start == 0) != (run.First == 0)))
            return false;
        for (var i = start; i < end; i++)
        {
            if (rows[i].Former != run.First + i - start)
                return false;
        }
        return true;
    }

    private readonly record struct CaseRowPlan(Guid Id, int Ordinal, int? Former);

    /// <summary>What the places of statements at the top depend on.</summary>
    private sealed record CaseTop(bool IsDocumentSame, HashSet<string> Others, HashSet<string> OthersBefore)
    {
        public bool IsSame(Guid id) => IsDocumentSame && id.ToString("D") is var text && Others.Contains(text) == OthersBefore.Contains(text);
    }
}
