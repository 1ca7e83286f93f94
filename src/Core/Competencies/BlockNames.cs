using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>Under which name a statement is gathered with its neighbors.</summary>
public static class BlockNames
{
    /// <summary>The block that a statement stands in; the top of its tree where there is no block.</summary>
    public static LanguageText Of(Statement statement, IReadOnlyDictionary<Guid, Statement> byId)
    {
        var at = statement;
        while (at.Kind != StatementKind.Block && at.ParentId is { } parent && byId.TryGetValue(parent, out var above))
            at = above;
        return at.Label ?? at.Text;
    }
}
