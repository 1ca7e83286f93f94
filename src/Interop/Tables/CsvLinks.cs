using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>Collects the links of a file; a word that is no link, or one that stands twice, is left out.</summary>
internal sealed class CsvLinks(CsvLink words, CsvTree tree, ImportReport report)
{
    private readonly HashSet<Guid> _known = [];

    public List<Alignment> All { get; } = [];

    public void Add(string word, string type, CsvStatement? origin, string column, CsvRow? row = null)
    {
        report.Associations++;
        var where = (row ?? origin!.Row).Where(column);
        try
        {
            Take(words.Read(word, type, origin is null ? null : NodeRef.Statement(origin.Statement.Id), tree.Resolve), where, word);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            report.Add(Problem.Rejected("bad-link", where, "{0} is no link; write the identifier of its target, and behind it a title in parentheses.", word));
        }
    }

    /// <summary>When a link changed that does not say so.</summary>
    public DateTimeOffset ChangedAt => words.ChangedAt;

    /// <summary>The statement that people mean by its identifier, notation, title or text; null where there is none or more than one.</summary>
    public NodeRef? Named(string name) => tree.Named(name) is { } id ? NodeRef.Statement(id) : null;

    /// <summary>A new link, to a statement or to what stands there.</summary>
    public Alignment New(NodeRef origin, string type, string target) => words.New(origin, type, tree.Named(target)?.ToString("D") ?? target);

    public void Take(Alignment link, string where, string target)
    {
        if (_known.Add(link.Id))
            All.Add(link);
        else
            report.Add(Problem.Rejected("duplicate-link", where, "The link to {0} stands twice; the first one was taken.", target));
    }
}
