using System.Collections.Concurrent;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Core.Guidance;

/// <summary>
/// What competency models ask for, as one process holds it: a published version never changes, so it is read once. Safe for use from
/// several threads.
/// </summary>
public sealed class ModelRequirements
{
    /// <summary>More than people look at within a day; then all are read anew.</summary>
    private const int Most = 64;

    private readonly ConcurrentDictionary<int, Requirements> _read = new();

    /// <summary>What the version asks for at one level, as models carry none of their own.</summary>
    public async Task<Requirements> ReadAsync(Db db, Model model, double level, CancellationToken stop = default)
    {
        if (!_read.TryGetValue(model.Version.Key, out var requirements))
        {
            requirements = await Requirements.OfModelAsync(db, model, stop);
            if (_read.Count >= Most)
                _read.Clear();
            _read[model.Version.Key] = requirements;
        }
        return requirements.At(level);
    }
}
