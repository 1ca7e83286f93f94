namespace Trellis.Core.Guidance.Funding;

/// <summary>
/// The poverty guideline of the 48 contiguous states and D.C. for a year, in dollars. Source: U.S. Department of Health and Human Services.
/// Alaska and Hawaii have higher ones.
/// </summary>
/// <param name="Year">The year of the guideline.</param>
/// <param name="First">For one person.</param>
/// <param name="Further">For each further person.</param>
public sealed record PovertyLine(int Year, int First, int Further)
{
    public int Of(int people) => First + Further * (people - 1);

    /// <summary>Whether a yearly income is at most so many per cent of the line; null up to the second limit.</summary>
    public Known IsLow(int income, int people, int likelyPercent, int openPercent)
    {
        var (hundredfold, line) = (income * 100L, (long)Of(people));
        return hundredfold <= line * likelyPercent ? Known.Of(true) : hundredfold <= line * openPercent ? Known.Open : Known.Of(false);
    }
}
