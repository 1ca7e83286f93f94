using System.Text.Json.Nodes;
using Trellis.Core.Text;

namespace Trellis.Interop.Direct;

/// <summary>What a row of DIRECT says beside title, text and place. Lists in one cell become lists.</summary>
internal static class DirectExtensions
{
    private static readonly string[] Lists = ["tools_languages_methodologies", "learning_resources", "training_resources"];

    public static string? Of(DirectRow row)
    {
        var all = new JsonObject();
        if (row.Slug is { } slug)
            all["slug"] = slug;
        if (row.Rank is { } rank && row.Sort != DirectSort.SkillLevel)
            all["rank"] = rank;
        foreach (var (name, value) in row.Others)
        {
            all[name] = Lists.Contains(name)
                ? new JsonArray([.. value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v => JsonValue.Create(v))])
                : JsonValue.Create(value);
        }
        return all.Count == 0 ? null : all.ToJsonString(TextJson.Options);
    }
}
