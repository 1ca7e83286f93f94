using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>What somebody looks for among the published frameworks. Everything may be left out.</summary>
public sealed record FrameworkQuery
{
    /// <summary>Words that must all stand in the title, the description, the publisher or the name in addresses.</summary>
    public string? Text { get; init; }

    /// <summary>A part of the publisher's name.</summary>
    public string? Publisher { get; init; }

    /// <summary>A NAICS code of two to six digits, or a range such as "31-33".</summary>
    public string? Industry { get; init; }
    public VersionStatus? Status { get; init; }

    /// <summary>Only those whose current version was changed or loaded at this instant or later.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }
    public FrameworkOrder Order { get; init; }
}

/// <summary>By what frameworks are put in order.</summary>
public enum FrameworkOrder
{
    /// <summary>Foundation and industry models first, then by title.</summary>
    Kind,
    Title,
    Publisher,

    /// <summary>The latest first.</summary>
    Updated,

    /// <summary>The largest first.</summary>
    Statements,
}

/// <summary>Finds published frameworks in their current versions by what is known of them. Drafts are not seen through it.</summary>
public static class FrameworkList
{
    public static async Task<List<Model>> FindAsync(Db db, FrameworkQuery query, CancellationToken stop = default)
    {
        var words = Stems.Fold(query.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = (await ModelCatalog.ListAsync(db, stop)).Where(m => Fits(m, query) && HasWords(m, words));
        return [.. Sorted(found, query.Order)];
    }

    /// <summary>When readers got the version, or its publisher changed it, whichever is later.</summary>
    public static DateTimeOffset UpdatedAt(this FrameworkVersion version) =>
        version.LoadedAt > version.ChangedAt ? version.LoadedAt : version.ChangedAt;

    /// <summary>Whether one of two industries holds the other: "62" holds "622110", "31-33" holds "3327".</summary>
    public static bool IsWithin(string one, string other)
    {
        var (first, second) = (new NaicsSector(one, LanguageText.Of("en", one)), new NaicsSector(other, LanguageText.Of("en", other)));
        return one.Contains('-', StringComparison.Ordinal) || other.Contains('-', StringComparison.Ordinal)
            ? first.Covers(other) || second.Covers(one)
            : one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
    }

    private static bool Fits(Model model, FrameworkQuery query) =>
        (string.IsNullOrWhiteSpace(query.Publisher) || model.Framework.Publisher.Contains(query.Publisher.Trim(), StringComparison.OrdinalIgnoreCase))
        && (query.Industry is null || model.Framework.Industries.Any(i => IsWithin(i, query.Industry)))
        && (query.Status is null || model.Version.Status == query.Status)
        && (query.UpdatedSince is null || model.Version.UpdatedAt() >= query.UpdatedSince);

    private static bool HasWords(Model model, string[] words)
    {
        if (words.Length == 0)
            return true;
        IEnumerable<string> texts = [model.Slug, model.Framework.Publisher, .. model.Version.Title.Values.Values, .. model.Version.Description?.Values.Values ?? []];
        var folded = Stems.Fold(string.Join('\n', texts));
        return Array.TrueForAll(words, w => folded.Contains(w, StringComparison.Ordinal));
    }

    private static IEnumerable<Model> Sorted(IEnumerable<Model> models, FrameworkOrder order) => order switch
    {
        FrameworkOrder.Title => models.OrderBy(m => m.Version.Title.ToString(), StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Slug, StringComparer.Ordinal),
        FrameworkOrder.Publisher => models.OrderBy(m => m.Framework.Publisher, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Slug, StringComparer.Ordinal),
        FrameworkOrder.Updated => models.OrderByDescending(m => m.Version.UpdatedAt()).ThenBy(m => m.Slug, StringComparer.Ordinal),
        FrameworkOrder.Statements => models.OrderByDescending(m => m.Version.Statements).ThenBy(m => m.Slug, StringComparer.Ordinal),
        _ => models,
    };
}
