using Trellis.Core.Competencies.Comparison;

namespace Trellis.Interop;

/// <summary>How states and reasons are called in files and on the command line; they never change.</summary>
public static class ComparisonNames
{
    public static string Of(ClusterState state) => state switch
    {
        ClusterState.Same => "same",
        ClusterState.Reworded => "reworded",
        ClusterState.Linked => "linked",
        _ => "only-here",
    };

    public static string Of(MatchReason reason) => reason switch
    {
        MatchReason.SameIdentifier => "same-identifier",
        MatchReason.SameText => "same-text",
        MatchReason.ExactMatch => "exact-match",
        MatchReason.Derived => "derived",
        _ => "words",
    };

    public static string Of(MatchedBy by) => by switch
    {
        MatchedBy.SameWord => "same-word",
        MatchedBy.Synonym => "synonym",
        MatchedBy.NearMeaning => "near-meaning",
        MatchedBy.Spelling => "spelling",
        _ => "part-of-phrase",
    };

    public static string Of(LikenessReason reason) => reason switch
    {
        LikenessReason.Order => "order",
        LikenessReason.Opposite => "opposite",
        LikenessReason.Negation => "negation",
        LikenessReason.Number => "number",
        LikenessReason.FirstWord => "first-word",
        _ => "deed",
    };
}
