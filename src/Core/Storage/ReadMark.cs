namespace Trellis.Core.Storage;

/// <summary>When something was read that a process holds. Made before the reading, so that what is committed meanwhile is read once more.</summary>
public readonly record struct ReadMark(long Commits, long At)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(1);

    public static ReadMark Now(DbSource source, TimeProvider clock) => new(source.Commits, clock.GetTimestamp());

    /// <summary>Whether this process has committed nothing since, and other processes have had a second at most.</summary>
    public bool IsRecent(DbSource source, TimeProvider clock) => Commits == source.Commits && clock.GetElapsedTime(At) < Trusted;
}
