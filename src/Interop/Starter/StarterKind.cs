using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Starter;

/// <summary>What the starter set holds for one kind of data: which files, and how their rows are written.</summary>
internal sealed record StarterKind(string Kind, IReadOnlyList<string> Files, Func<StarterFiles, ReleaseRows, CancellationToken, Task> WriteAsync)
{
    public static IReadOnlyList<StarterKind> All { get; } =
    [
        StarterOccupations.Kind,
        StarterMarket.Areas,
        StarterWages.Kind,
        StarterMarket.Projections,
        StarterMarket.StateProjections,
        StarterMarket.Industry,
        .. StarterTraining.Kinds,
    ];
}
