using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Interop;

/// <summary>
/// A framework on its way out. Its statements come in tree order and anew for each pass over them, so that a large framework
/// never stands in memory whole.
/// </summary>
public sealed record OutgoingModel(
    Framework Framework,
    FrameworkVersion Version,
    Func<IAsyncEnumerable<Statement>> Statements,
    IReadOnlyList<Alignment> Alignments)
{
    public static OutgoingModel Of(FrameworkContent content) =>
        new(content.Framework, content.Version, content.Statements.ToAsyncEnumerable, content.Alignments);

    public static async Task<OutgoingModel> FromAsync(Db db, Model model, CancellationToken stop)
    {
        var key = model.Version.Key;
        var alignments = await db.Alignments.Where(a => a.VersionKey == key).OrderBy(a => a.Ordinal).ToListAsync(stop);
        return new(model.Framework, model.Version, db.Statements.Where(s => s.VersionKey == key).OrderBy(s => s.Ordinal).AsAsyncEnumerable, alignments);
    }
}
