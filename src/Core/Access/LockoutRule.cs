namespace Trellis.Core.Access;

/// <summary>How long an account waits after failed sign-ins: not at all for the first four, then 1 minute, twice as long each time, at most half an hour.</summary>
public static class LockoutRule
{
    public const int FreeFailures = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static TimeSpan WaitAfter(int failures)
    {
        if (failures <= FreeFailures)
            return TimeSpan.Zero;
        var doublings = Math.Min(failures - FreeFailures - 1, 10);
        return TimeSpan.FromMinutes(Math.Min(1 << doublings, Longest.TotalMinutes));
    }
}
