namespace Trellis.Interop.Onet;

/// <summary>Occupations that O*NET calls near to one another.</summary>
internal static class RelatedRows
{
    public static async Task WriteAsync(OnetLoad load)
    {
        if (load.Open("Related Occupations") is { } file)
        {
            await load.InsertAsync("occupation_related",
                OnetLoad.Columns(("code", typeof(string)), ("related_code", typeof(string)), ("tier", typeof(string)), ("rank", typeof(int))), Rows(load, file));
        }
    }

    private static IEnumerable<object?[]> Rows(OnetLoad load, OnetFile file)
    {
        var (code, related, tier, rank) = (file.Need("O*NET-SOC Code"), file.Need("Related O*NET-SOC Code"), file.Find("Relatedness Tier"), file.Need("Index", "Related Index"));
        var seen = new HashSet<(int, int)>();
        foreach (var row in file.Rows())
        {
            if (load.Occupation(row, code) is not { } one || load.Occupation(row, related) is not { } other)
                continue;
            if (row.Number32(rank) is not { } number)
                load.Reject(row, "no-rank", "Index", "\"{0}\" is no whole number.", row[rank]);
            else if (!seen.Add((one.Index, other.Index)))
                load.Reject(row, "twice", "Related O*NET-SOC Code", "{0} stands in the file before.", $"{one.Code} {other.Code}");
            else
                yield return [load.Key, one.Code, other.Code, row.Text(tier) ?? "", number];
        }
    }
}
