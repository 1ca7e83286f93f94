using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Direct;

/// <summary>Reads DIRECT from JSON: domains that hold competencies that hold skills.</summary>
internal sealed class DirectJson
{
    private static readonly string[] Lists = ["competency_domains", "competencies", "skills"];

    private readonly ImportReport _report;
    private readonly DirectBuilder _builder;

    private DirectJson(ImportReport report)
    {
        _report = report;
        _builder = new(report, "all-json", "DIRECT competency framework (JSON)");
    }

    public static FrameworkFormat Format { get; } = new("DIRECT (JSON)", source => JsonText.TopNames(source, 100).Contains(Lists[0]), Read);

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "direct";
        using var json = JsonFields.Open(source, report);
        var reader = new DirectJson(report);
        reader.ReadList(json.RootElement, DirectSort.Domain, null, "");
        return reader._builder.Build();
    }

    private void ReadList(JsonElement parent, DirectSort sort, string? above, string where)
    {
        var name = Lists[(int)sort];
        if (!parent.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
            return;
        var index = 0;
        foreach (var row in list.EnumerateArray())
            Read(row, sort, above, FormattableString.Invariant($"{where}/{name}/{index++}"));
    }

    private void Read(JsonElement row, DirectSort sort, string? above, string where)
    {
        if (row.ValueKind != JsonValueKind.Object || JsonFields.Text(row, "title") is not { } title)
        {
            _report.Items++;
            _report.Add(Problem.Rejected("missing-text", where + "/title", "The row has no name; it was left out."));
            return;
        }
        var read = new DirectRow(sort, where, title)
        {
            Slug = JsonFields.Text(row, "slug"),
            Description = JsonFields.Text(row, "description"),
            Parent = above,
            Related = JsonFields.Text(row, "related_skills"),
            Others = [.. row.EnumerateObject().Where(f => f.Name is not ("title" or "slug" or "description" or "related_skills") && !Lists.Contains(f.Name))
                .Select(f => (f.Name, JsonFields.Text(row, f.Name) ?? (f.Value.ValueKind == JsonValueKind.String ? "" : f.Value.GetRawText())))
                .Where(f => f.Item2.Length > 0)],
        };
        _builder.Add(read);
        if (sort != DirectSort.Skill)
            ReadList(row, sort + 1, DirectBuilder.Slug(read), where);
    }
}
