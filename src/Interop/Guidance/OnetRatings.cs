using Trellis.Core.Guidance;
using Trellis.Core.Occupations;

namespace Trellis.Interop.Guidance;

/// <summary>
/// Ratings of skills and knowledge, and the related occupations, straight from the files of an O*NET release up to 30.2 or from 30.3 on,
/// without a database: for measurements.
/// </summary>
public sealed record OnetRatings(SkillTable Table, IReadOnlyList<OccupationRating> Ratings, IReadOnlyDictionary<string, IReadOnlyList<string>> Related)
{
    private static readonly string[] Files = ["Skills.txt", "Essential Skills.txt", "Transferable Skills.txt", "Knowledge.txt"];

    private static readonly Dictionary<string, RatingScale> Scales = new(StringComparer.Ordinal)
    {
        ["IM"] = new() { ReleaseKey = 0, Id = "IM", Name = "Importance", Lowest = 1, Highest = 5 },
        ["LV"] = new() { ReleaseKey = 0, Id = "LV", Name = "Level", Lowest = 0, Highest = 7 },
    };

    public static OnetRatings Read(string path)
    {
        using var source = ReleaseSource.Open(path);
        var occupations = Rows(source, "Occupation Data.txt", (header, row) => new Occupation
        {
            ReleaseKey = 0,
            Code = row[header.Find("O*NET-SOC Code")],
            Soc = row[header.Find("O*NET-SOC Code")][..7],
            Title = row[header.Find("Title")],
        });
        var elements = new Dictionary<string, ContentElement>(StringComparer.Ordinal);
        var ratings = Files.Where(source.Has).SelectMany(f => Rows(source, f, (header, row) => Rating(header, row, elements))).OfType<OccupationRating>().ToList();
        var related = Rows(source, "Related Occupations.txt", (header, row) => (Code: row[header.Find("O*NET-SOC Code")], Related: row[header.Find("Related O*NET-SOC Code")], Tier: row[header.Find("Relatedness Tier")]))
            .Where(r => r.Tier.StartsWith("Primary", StringComparison.Ordinal)).GroupBy(r => r.Code)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(r => r.Related)], StringComparer.Ordinal);
        return new(SkillTable.Of(occupations, elements.Values, ratings, Scales), ratings, related);
    }

    private static OccupationRating? Rating(TableHeader header, TableRow row, Dictionary<string, ContentElement> elements)
    {
        var id = row[header.Find("Element ID")];
        elements.TryAdd(id, new() { ReleaseKey = 0, Id = id, Name = row[header.Find("Element Name")] });
        return row.Number64(header.Find("Data Value")) is not { } value ? null : new()
        {
            ReleaseKey = 0,
            Code = row[header.Find("O*NET-SOC Code")],
            ElementId = id,
            Scale = row[header.Find("Scale ID")],
            Value = value,
            IsUncertain = row[header.Find("Recommend Suppress")] == "Y",
            IsNotRelevant = row[header.Find("Not Relevant")] == "Y",
        };
    }

    private static List<T> Rows<T>(ReleaseSource source, string file, Func<TableHeader, TableRow, T> read)
    {
        using var table = new TabFile(file, source.Open(file, buffered: true));
        return [.. table.Rows().Select(r => read(table.Header, r))];
    }
}
