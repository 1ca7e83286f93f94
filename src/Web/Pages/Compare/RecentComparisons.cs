using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Storage;

namespace Trellis.Web.Pages.Compare;

/// <summary>A comparison and the versions that it is of, in the same order.</summary>
public sealed record ComparedVersions(ModelComparison Comparison, IReadOnlyList<Model> Models);

/// <summary>Keeps the last few comparisons, so that paging and filtering one does not make it again. Versions never change, so none gets old.</summary>
public sealed class RecentComparisons
{
    private const int MostKept = 8;

    private readonly LinkedList<(string Key, ComparedVersions Value)> _latest = new();
    private readonly Lock _lock = new();

    public async Task<ComparedVersions> GetAsync(Db db, IReadOnlyList<ModelName> names, string language, CancellationToken stop)
    {
        var request = await ComparisonReader.FindAsync(db, names, language, stop);
        if (Find(request.Key) is { } known)
            return known;
        var made = new ComparedVersions(await ComparisonReader.CompareAsync(db, request, stop), request.Models);
        Keep(request.Key, made);
        return made;
    }

    private ComparedVersions? Find(string key)
    {
        lock (_lock)
        {
            for (var node = _latest.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                _latest.Remove(node);
                _latest.AddFirst(node);
                return node.Value.Value;
            }
            return null;
        }
    }

    private void Keep(string key, ComparedVersions value)
    {
        lock (_lock)
        {
            _latest.AddFirst((key, value));
            if (_latest.Count > MostKept)
                _latest.RemoveLast();
        }
    }
}
