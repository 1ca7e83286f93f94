using ModelContextProtocol;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;

namespace Trellis.Interop.Mcp;

/// <summary>Reads what a tool was asked with. What cannot be read goes back as a sentence that says what could be.</summary>
internal static class McpQuestion
{
    public const int MostListed = 100;
    private const int LongestText = 200;

    /// <summary>What is wrong with which argument, and what would be right.</summary>
    public static McpException Fault(string sentence) => new(sentence);

    public static (int Limit, int Offset) Window(int limit, int offset) => limit is >= 1 and <= MostListed && offset >= 0 ? (limit, offset)
        : throw Fault(FormattableString.Invariant($"limit, offset: Expected: limit from 1 to {MostListed} and offset from 0."));

    public static string Text(string name, string? text) => text?.Trim() is { Length: > 0 and <= LongestText } words ? words
        : throw Fault(FormattableString.Invariant($"{name}: Expected: words, at most {LongestText} characters."));

    public static T? Member<T>(string name, string? text) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Enum.TryParse<T>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) && !char.IsAsciiDigit(text[0]) ? member
            : throw Fault($"{name}: Expected: {string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}.");
    }

    public static Guid? Id(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Guid.TryParse(text, out var id) ? id : throw Fault($"{name}: Expected: the id of a statement, as get_framework and search_models give it.");

    public static int? Tier(int? tier) => tier is null or >= 1 and <= 9 ? tier : throw Fault("tier: Expected: 1 to 9.");

    public static async Task<Model> ModelAsync(Db db, string model, string? version, CancellationToken stop)
    {
        var name = new ModelName(model.Trim(), string.IsNullOrWhiteSpace(version) ? null : version.Trim());
        return await ModelCatalog.FindAsync(db, name.Slug, name.Number, stop)
            ?? throw Fault($"model: There is no published model or version '{name}'. search_models finds those there are.");
    }

    public static async Task<Area> AreaAsync(Db db, string area, CancellationToken stop) => await AreaSearch.OneAsync(db, area.Trim(), stop)
        ?? throw Fault($"area: There is no area '{area}'. Expected: a code such as us, state-53 or county-53033; find_area finds them by name.");
}
