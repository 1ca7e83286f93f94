using Trellis.Core.Occupations;

namespace Trellis.Interop.Onet;

/// <summary>Software and tools that people of an occupation use.</summary>
internal static class TechnologyRows
{
    public static Task WriteAsync(OnetLoad load) => load.InsertAsync("occupation_technologies",
        OnetLoad.Columns(("code", typeof(string)), ("ordinal", typeof(int)), ("kind", typeof(string)), ("example", typeof(string)),
            ("commodity_code", typeof(string)), ("commodity_title", typeof(string)), ("is_hot", typeof(bool)), ("is_in_demand", typeof(bool))),
        CodeMerge.Merge(
        [
            Read(load, load.Open("Technology Skills", "Software Skills"), TechnologyKind.Software),
            Read(load, load.Open("Tools Used"), TechnologyKind.Tool),
        ]));

    private static IEnumerable<CodedRow> Read(OnetLoad load, OnetFile? file, TechnologyKind kind)
    {
        if (file is null)
            yield break;
        var (code, example) = (file.Need("O*NET-SOC Code"), file.Need("Example", "Workplace Example"));
        var (commodity, title) = (file.Need("Commodity Code", "Element ID"), file.Need("Commodity Title", "Element Name"));
        var (hot, demand) = (file.Find("Hot Technology"), file.Find("In Demand"));
        var isElement = file.Find("Commodity Code") < 0;
        foreach (var row in file.Rows())
        {
            if (load.Occupation(row, code) is not { } occupation)
                continue;
            if (row.Text(example) is not { } text)
            {
                load.Reject(row, "no-example", file.Header.Names[example], "The name of the software or tool is missing.");
            }
            else if (!isElement && row.Number32(commodity) is null)
            {
                load.Reject(row, "no-commodity", "Commodity Code", "\"{0}\" is no UNSPSC code. Codes have eight digits.", row[commodity]);
            }
            else
            {
                yield return new(occupation.Code,
                [
                    load.Key, occupation.Code, occupation.Technologies++, kind, text, row.Text(commodity) ?? "", row.Text(title) ?? "",
                    OnetLoad.Cell(OnetLoad.Flag(row, hot) ?? false), OnetLoad.Cell(OnetLoad.Flag(row, demand) ?? false),
                ]);
            }
        }
    }
}
