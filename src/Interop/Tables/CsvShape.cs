using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Tables;

/// <summary>Which columns a framework needs beside those that every file has, found in a first pass over its statements.</summary>
internal sealed class CsvShape
{
    private readonly SortedSet<(string Tag, string Field)> _languages = new(Comparer<(string Tag, string Field)>.Create((a, b) =>
        string.CompareOrdinal(a.Tag, b.Tag) is not 0 and var byTag ? byTag : string.CompareOrdinal(a.Field, b.Field)));

    private CsvShape(OutgoingModel model)
    {
        LinksByOrigin = model.Alignments.ToLookup(a => a.Origin.Id);
        LinkAuthor = model.Alignments.Where(a => !string.IsNullOrEmpty(a.Author)).GroupBy(a => a.Author)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
    }

    public IEnumerable<(string Tag, string Field)> Languages => _languages;

    public SortedSet<string> LinkTypes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Origins { get; } = new(StringComparer.Ordinal);

    public ILookup<string, Alignment> LinksByOrigin { get; }

    /// <summary>Who made most links; written once.</summary>
    public string? LinkAuthor { get; }

    public bool HasTier { get; private set; }

    public bool HasChanged { get; private set; }

    public bool HasExtensions { get; private set; }

    public static async Task<CsvShape> OfAsync(OutgoingModel model, CancellationToken stop)
    {
        var shape = new CsvShape(model);
        await foreach (var statement in model.Statements().WithCancellation(stop))
            shape.Look(statement, model.Version);
        return shape;
    }

    private void Look(Statement s, FrameworkVersion version)
    {
        HasTier |= s.Tier is not null;
        HasChanged |= s.ChangedAt != version.ChangedAt;
        HasExtensions |= s.Extensions is not null;
        Look("label", s.Label?.Languages, version.Language);
        Look("text", s.Text.Languages, version.Language);
        Look("notes", s.Notes?.Languages, version.Language);
        Look("keywords", s.Keywords?.Values.Keys, version.Language);
        var id = s.Id.ToString("D");
        Origins.Add(id);
        foreach (var link in LinksByOrigin[id])
            LinkTypes.Add(link.Type);
    }

    private void Look(string field, IEnumerable<string>? tags, string main)
    {
        foreach (var tag in tags ?? [])
        {
            if (tag != main)
                _languages.Add((tag, field));
        }
    }
}
