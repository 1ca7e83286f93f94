using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Web.Pages.Models;

/// <summary>What a reader of the list of models chose: any of these may be null.</summary>
public sealed record ModelChoice(string? Sector, FrameworkKind? Kind, string? Language, string? Sort);

/// <summary>The models that a choice leaves, and how many each other choice would leave.</summary>
public sealed class ModelList(IReadOnlyList<Model> all, IReadOnlyList<NaicsSector> sectors, ModelChoice choice)
{
    public List<Model> Shown { get; } = [.. Sorted(all.Where(m => InSector(m, choice.Sector, sectors) && IsKind(m, choice.Kind) && IsIn(m, choice.Language)), choice.Sort)];

    /// <summary>Every sector that a model was made for, with the number of models.</summary>
    public IEnumerable<(NaicsSector Sector, int Count)> Sectors => sectors
        .Select(s => (s, all.Count(m => InSector(m, s.Code, sectors) && IsKind(m, choice.Kind) && IsIn(m, choice.Language))))
        .Where(s => s.Item2 > 0 || s.s.Code == choice.Sector);

    public IEnumerable<(FrameworkKind Kind, int Count)> Kinds => Enum.GetValues<FrameworkKind>()
        .Select(k => (k, all.Count(m => IsKind(m, k) && InSector(m, choice.Sector, sectors) && IsIn(m, choice.Language))))
        .Where(k => k.Item2 > 0 || k.k == choice.Kind);

    public IEnumerable<(string Language, int Count)> Languages => all.SelectMany(m => m.Version.Languages.Select(LanguageText.Primary))
        .Distinct().Order(StringComparer.Ordinal)
        .Select(l => (l, all.Count(m => IsIn(m, l) && InSector(m, choice.Sector, sectors) && IsKind(m, choice.Kind))))
        .Where(l => l.Item2 > 0 || l.l == choice.Language);

    private static bool InSector(Model model, string? code, IReadOnlyList<NaicsSector> sectors) => string.IsNullOrEmpty(code)
        || (sectors.FirstOrDefault(s => s.Code == code) is { } sector && model.Framework.Industries.Any(sector.Covers));

    private static bool IsKind(Model model, FrameworkKind? kind) => kind is null || model.Framework.Kind == kind;

    private static bool IsIn(Model model, string? language) =>
        string.IsNullOrEmpty(language) || model.Version.Languages.Any(l => LanguageText.Primary(l) == language);

    private static IEnumerable<Model> Sorted(IEnumerable<Model> models, string? sort) => sort switch
    {
        "title" => models.OrderBy(m => Reading.Plain(m.Version.Title), StringComparer.CurrentCultureIgnoreCase),
        "publisher" => models.OrderBy(m => m.Framework.Publisher, StringComparer.CurrentCultureIgnoreCase),
        "size" => models.OrderByDescending(m => m.Version.Statements),
        _ => models.OrderBy(m => m.Framework.Kind).ThenBy(m => Reading.Plain(m.Version.Title), StringComparer.CurrentCultureIgnoreCase),
    };
}
