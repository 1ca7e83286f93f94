using Trellis.Core.Competencies;

namespace Trellis.Interop;

/// <summary>What the kinds of our own models' statements are called in formats that name the sort of a statement.</summary>
internal static class KindNames
{
    /// <summary>Null for a statement of no particular kind.</summary>
    public static string? Of(StatementKind kind) => kind switch
    {
        StatementKind.Tier => "Tier",
        StatementKind.Block => "Competency",
        StatementKind.BehaviorGroup => "Group of key behaviors",
        StatementKind.KeyBehavior => "Key behavior",
        StatementKind.CriticalWorkFunction => "Critical work function",
        StatementKind.TechnicalContentArea => "Technical content area",
        StatementKind.Occupation => "Occupation",
        _ => null,
    };
}
