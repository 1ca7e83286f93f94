using System.Globalization;

namespace Trellis.Core.Competencies.Updates;

/// <summary>The links that an update leaves, and what it does to them. Pure.</summary>
internal sealed class LinkUpdate
{
    private readonly UpdateSource _source;
    private readonly Dictionary<string, string> _names;
    private readonly HashSet<string> _inFile;
    private readonly HashSet<string> _removed;

    public LinkUpdate(UpdateSource source, UpdateMatching matching, IReadOnlyList<Statement> left, DateTimeOffset when)
    {
        _source = source;
        _names = source.Now.Statements.Concat(left).DistinctBy(s => s.Id).ToDictionary(s => s.Id.ToString("D"), StatementUpdate.Name);
        _inFile = source.File.Statements.Select(s => matching.Id(s.Id).ToString("D")).ToHashSet(StringComparer.Ordinal);
        _removed = source.Now.Statements.Select(s => s.Id.ToString("D")).Except(left.Select(s => s.Id.ToString("D"))).ToHashSet(StringComparer.Ordinal);
        var origin = source.Origin.Alignments.ToDictionary(a => a.Id, Values);
        var file = source.File.Alignments.Select(a => Matched(a, matching)).DistinctBy(a => a.Id).ToDictionary(a => a.Id);
        foreach (var link in source.Now.Alignments)
            TakeKnown(link, origin.GetValueOrDefault(link.Id), file.GetValueOrDefault(link.Id), when);
        var known = source.Now.Alignments.Select(a => a.Id).ToHashSet();
        foreach (var link in file.Values.Where(a => !known.Contains(a.Id)))
            TakeNew(link, origin.ContainsKey(link.Id), when);
    }

    public List<Alignment> Links { get; } = [];

    public List<UpdateStep> Steps { get; } = [];

    private void TakeKnown(Alignment link, string? was, Alignment? there, DateTimeOffset when)
    {
        var here = Values(link);
        if (_removed.Contains(link.Origin.Id))
        {
            Say(UpdateKind.LinkRemoved, link, Told(link), null);
        }
        else if (there is null)
        {
            TakeMissing(link, was == here);
        }
        else if (Values(there) is var value && value != here && value != (was ?? here))
        {
            var isConflict = was is not null && was != here;
            Say(isConflict ? UpdateKind.Conflict : UpdateKind.LinkChanged, link, Told(link), Told(there));
            if (!isConflict)
                there.ChangedAt = when;
            Links.Add(isConflict ? link : there);
        }
        else
        {
            Links.Add(link);
        }
    }

    private void TakeMissing(Alignment link, bool isAsInOrigin)
    {
        var isSpokenOf = _source.Rows.LinkTypes is not { } types || (types.Contains(link.Type) && _inFile.Contains(link.Origin.Id));
        var isRemoved = isSpokenOf && isAsInOrigin && _source.RemovesMissing;
        if (isSpokenOf && isAsInOrigin)
            Say(isRemoved ? UpdateKind.LinkRemoved : UpdateKind.LinkMissing, link, Told(link), null);
        if (!isRemoved)
            Links.Add(link);
    }

    private void TakeNew(Alignment link, bool wasInOrigin, DateTimeOffset when)
    {
        if (wasInOrigin && _source.IsStale)
        {
            Say(UpdateKind.Conflict, link, null, Told(link));
            return;
        }
        link.ChangedAt = when;
        Links.Add(link);
        Say(UpdateKind.LinkAdded, link, null, Told(link));
    }

    private void Say(UpdateKind kind, Alignment link, string? before, string? after) =>
        Steps.Add(new(kind, _names.GetValueOrDefault(link.Origin.Id) ?? link.Origin.Title ?? link.Origin.Id, "link", before, after));

    private string Told(Alignment link)
    {
        var target = _names.GetValueOrDefault(link.Destination.Id) ?? link.Destination.Title ?? link.Destination.Id;
        var more = new[] { link.Weight?.ToString(CultureInfo.InvariantCulture), link.Author, link.Evidence, link.Notes }.Where(v => !string.IsNullOrEmpty(v));
        return $"{link.Type} {string.Join(", ", more.Prepend(target))}";
    }

    private static Alignment Matched(Alignment link, UpdateMatching matching)
    {
        var (origin, destination) = (matching.Id(link.Origin.Id), matching.Id(link.Destination.Id));
        return origin == link.Origin.Id && destination == link.Destination.Id ? link : new()
        {
            Id = link.Id,
            Type = link.Type,
            Origin = link.Origin with { Id = origin },
            Destination = link.Destination with { Id = destination },
            Sequence = link.Sequence,
            Weight = link.Weight,
            Author = link.Author,
            Evidence = link.Evidence,
            Notes = link.Notes,
            Uri = link.Uri,
            ChangedAt = link.ChangedAt,
            Extensions = link.Extensions,
        };
    }

    private static string Values(Alignment a) => string.Join('\u001F', a.Type, a.Origin, a.Destination, a.Sequence?.ToString(CultureInfo.InvariantCulture),
        a.Weight?.ToString("R", CultureInfo.InvariantCulture), a.Author, a.Evidence, a.Notes, a.Uri, a.Extensions);
}
