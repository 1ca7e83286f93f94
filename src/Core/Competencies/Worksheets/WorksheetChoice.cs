using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets;

/// <summary>Reads the rows of a worksheet: those of a whole version, or of the parts that somebody named.</summary>
public static class WorksheetChoice
{
    /// <summary>A worksheet of more competencies than this cannot be filled by anybody.</summary>
    public const int MostRows = 20_000;

    /// <summary>More parts than this are not chosen one by one.</summary>
    public const int MostParts = 1000;

    /// <summary>The worksheet over a version, or over chosen parts of it.</summary>
    /// <param name="db">Where the version stands.</param>
    /// <param name="model">The version.</param>
    /// <param name="kind">What the worksheet is for.</param>
    /// <param name="parts">The parts: identifier, code or title of any node; all where there are none.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<Worksheet> ReadAsync(Db db, Model model, WorksheetKind kind, IReadOnlyList<string> parts, CancellationToken stop = default)
    {
        var blocks = await BlocksAsync(db, model, parts, stop);
        var worksheet = new Worksheet(kind, model, blocks);
        return worksheet.Count switch
        {
            0 => throw new UnusableInputException(Problem.Rejected("no-statements", "block", "These parts of the model hold no statement that could be rated. Choose others.")),
            > MostRows => throw new UnusableInputException(Problem.Rejected(
                "too-many-statements", "block", "This would be a worksheet of {0} statements; {1} are the most. Choose parts of the model.", $"{worksheet.Count}", $"{MostRows}")),
            _ => worksheet,
        };
    }

    /// <summary>The competencies of the parts, in blocks.</summary>
    public static async Task<List<WorksheetBlock>> BlocksAsync(Db db, Model model, IReadOnlyList<string> parts, CancellationToken stop = default)
    {
        if (parts.Count > MostParts)
            throw new UnusableInputException(Problem.Rejected("too-many-parts", "block", "{0} parts were chosen; {1} are the most.", $"{parts.Count}", $"{MostParts}"));
        var all = await ModelCatalog.StatementsAsync(db, model.Version, stop);
        return WorksheetRows.Of(all, model.Version.HasTiers, Chosen(all, parts));
    }

    private static HashSet<Guid> Chosen(List<Statement> all, IReadOnlyList<string> parts)
    {
        var (chosen, problems) = (new HashSet<Guid>(), new List<Problem>());
        foreach (var part in parts.Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var found = all.FindAll(s => IsNamed(s, part));
            chosen.UnionWith(found.Select(s => s.Id));
            if (found.Count == 0)
                problems.Add(Problem.Rejected("unknown-part", "block", "The model has no part '{0}'. Name a part by its code, its title or its identifier.", part));
        }
        return problems.Count == 0 ? chosen : throw new UnusableInputException(problems);
    }

    private static bool IsNamed(Statement node, string part) => Guid.TryParse(part, out var id)
        ? node.Id == id
        : node.Notation == part || (node.Label ?? node.Text).Values.Values.Any(t => t.Equals(part, StringComparison.OrdinalIgnoreCase));
}
