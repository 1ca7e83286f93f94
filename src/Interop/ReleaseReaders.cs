namespace Trellis.Interop;

/// <summary>Every kind of outside data that can be loaded.</summary>
public static class ReleaseReaders
{
    public static IReadOnlyList<ReleaseReader> All { get; } =
    [
        Onet.OnetRelease.Reader,
    ];

    public static ReleaseReader? Find(string kind) => All.FirstOrDefault(r => r.Kind == kind);
}
