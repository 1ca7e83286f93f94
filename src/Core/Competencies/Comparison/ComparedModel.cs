namespace Trellis.Core.Competencies.Comparison;

/// <summary>A version of a framework as a comparison sees it: its competency statements in one language, in reading order.</summary>
public sealed record ComparedModel
{
    public required string Slug { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The language that its statements are compared in: a BCP 47 tag without region.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<ComparedStatement> Statements { get; init; }
}

/// <summary>A competency statement with its place and what is known of its kinship.</summary>
public sealed record ComparedStatement
{
    public required Guid Id { get; init; }

    public string? Uri { get; init; }

    public required string Text { get; init; }

    public string? Notation { get; init; }

    public required Place Place { get; init; }

    /// <summary>The identifier or address of the statement whose words it took.</summary>
    public string? DerivedFrom { get; init; }

    /// <summary>Identifiers and addresses of statements that somebody declared to be exactly this one.</summary>
    public IReadOnlyList<string> ExactMatches { get; init; } = [];

    /// <summary>The names under which others may point to it.</summary>
    internal IEnumerable<string> Names => Uri is null ? [Id.ToString("D")] : [Id.ToString("D"), Uri];
}

/// <summary>
/// Where a statement stands: its tier and block in a tiered model, the topmost heading above it in any other. The same heading in
/// other spelling or word order is the same place.
/// </summary>
public sealed record Place(int? Tier, string? TierTitle, string? Heading)
{
    private string? _key;

    /// <summary>0 for another place, 0.5 for the same tier alone, 1 for the same heading in the same tier.</summary>
    internal double Closeness(Place other)
    {
        if (Tier != other.Tier)
            return 0;
        return Key == other.Key ? 1 : Tier is null ? 0 : 0.5;
    }

    /// <summary>Whether a statement that stands here in one model and there in another was moved; a tiered and an untiered place cannot be compared.</summary>
    internal bool DiffersFrom(Place other) => Tier is null == other.Tier is null && Closeness(other) < 1;

    private string Key => _key ??= string.Join(' ', NormalText.Of(Heading ?? "").Split(' ').Where(w => w is not ("and" or "y" or "e")).Order(StringComparer.Ordinal));
}
