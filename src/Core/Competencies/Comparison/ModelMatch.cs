namespace Trellis.Core.Competencies.Comparison;

/// <summary>Two statements of different models that could be one: their indexes, why, and how likely.</summary>
internal readonly record struct ModelMatch(int LeftModel, int Left, int RightModel, int Right, MatchReason Reason, double Rank)
{
    /// <summary>The surest first; what is equally sure stands in reading order, so that the same input gives the same answer.</summary>
    public static int SurestFirst(ModelMatch one, ModelMatch other)
    {
        var order = one.Reason.CompareTo(other.Reason);
        if (order == 0)
            order = Math.Round(other.Rank, 9).CompareTo(Math.Round(one.Rank, 9));
        if (order == 0)
            order = (one.LeftModel, one.Left, one.RightModel, one.Right).CompareTo((other.LeftModel, other.Left, other.RightModel, other.Right));
        return order;
    }
}
