using System.Globalization;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>A statement of a package, and the association that gives it its place.</summary>
internal sealed class CaseNode(Statement statement)
{
    public Statement Statement { get; } = statement;

    public string IdText { get; } = statement.Id.ToString("D", CultureInfo.InvariantCulture);

    public CaseEdge? Place { get; set; }
}

/// <summary>An isChildOf association from one statement of a package to another or, without a parent, to its document; final where it is said to count before others.</summary>
internal sealed record CaseEdge(int Row, Alignment Link, CaseNode Child, CaseNode? Parent, double? Rank)
{
    public bool IsFinal { get; init; }
}

/// <summary>All statements of a package by identifier, in the order of the file, and the identifiers that were left out.</summary>
internal sealed class CaseNodes(CaseDocument document)
{
    private readonly Dictionary<Guid, CaseNode> _byId = [];
    private Dictionary<string, CaseNode>? _byUri;

    public List<CaseNode> All { get; } = [];

    /// <summary>Rows that were left out though their identifier could be read, with the parent they had.</summary>
    public Dictionary<Guid, Guid?> LeftOut { get; } = [];

    public string DocumentId => document.IdText;

    public string? DocumentUri => document.Framework.Uri;

    public bool TryAdd(Statement statement)
    {
        var node = new CaseNode(statement);
        if (!_byId.TryAdd(statement.Id, node))
            return false;
        All.Add(node);
        return true;
    }

    public CaseNode? Find(Guid id) => _byId.GetValueOrDefault(id);

    public CaseNode? FindByUri(string uri)
    {
        if (_byUri is null)
        {
            _byUri = [];
            foreach (var node in All)
            {
                if (node.Statement.Uri is { } own)
                    _byUri.TryAdd(own, node);
            }
        }
        return _byUri.GetValueOrDefault(uri);
    }

    public bool IsDocument(NodeRef node) => node.Id == document.IdText || (node.Uri is not null && node.Uri == document.Framework.Uri);
}
