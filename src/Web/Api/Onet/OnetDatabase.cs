using Microsoft.EntityFrameworkCore;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Tables;

namespace Trellis.Web.Api.Onet;

/// <summary>Every table of the release: their list, their columns, and their rows, filtered and sorted.</summary>
internal static class OnetDatabase
{
    public static void Map(IEndpointRouteBuilder services)
    {
        OnetApi.Map(services, "/database", ListAsync);
        OnetApi.Map(services, "/database/info/{table}", InfoAsync);
        OnetApi.Map(services, "/database/rows/{table}", RowsAsync);
    }

    private static async Task<IResult> ListAsync(OnetCall call) => OnetCall.Json(
        (await call.Db.OnetTables.Where(t => t.ReleaseKey == call.Key).OrderBy(t => t.Title).ToListAsync(call.Stop)).ConvertAll(t => new
        {
            TableId = t.Name,
            t.Title,
            Description = Describe(call, t),
            Info = call.Address($"/database/info/{t.Name}"),
            Rows = call.Address($"/database/rows/{t.Name}"),
        }));

    private static async Task<IResult> InfoAsync(OnetCall call)
    {
        if (await OnetTableReader.FindAsync(call.Db, call.Key, call.Route("table"), call.Stop) is not { } table)
            return await UnknownAsync(call);
        var titles = table.Table.Columns.ToLookup(OnetNames.Column);
        return OnetCall.Json(new
        {
            Rows = call.Address($"/database/rows/{table.Table.Name}"),
            TableId = table.Table.Name,
            table.Table.Title,
            Description = Describe(call, table.Table),
            DataDictionary = $"https://www.onetcenter.org/dictionary/{call.Release.Edition}/text/",
            Download = new { },
            Column = table.Columns.Select(c => new
            {
                ColumnId = c,
                Optional = !(c.EndsWith("_id", StringComparison.Ordinal) || c.EndsWith("_code", StringComparison.Ordinal)),
                Title = titles[c].FirstOrDefault() ?? c,
                Description = titles[c].FirstOrDefault() ?? $"Name of what the code beside it stands for ({c}).",
                Type = OnetNames.TypeOf(c).ToString(),
                Format = OnetNames.TypeOf(c) switch { OnetColumnType.Number => "Decimal", OnetColumnType.Date => "Date", _ => "Character Varying" },
            }),
        });
    }

    private static async Task<IResult> RowsAsync(OnetCall call)
    {
        if (await OnetTableReader.FindAsync(call.Db, call.Key, call.Route("table"), call.Stop) is not { } table)
            return await UnknownAsync(call);
        if (call.Page(out var fault) is not { } page)
            return OnetCall.Refuse(fault);
        var (filters, sorts) = (new List<OnetFilter>(), new List<OnetSort>());
        foreach (var text in call.Queries("filter"))
        {
            if (OnetFilter.Parse(text, table.Columns, out fault) is not { } filter)
                return OnetCall.Refuse(fault);
            filters.Add(filter);
        }
        foreach (var text in call.Queries("sort"))
        {
            if (OnetSort.Parse(text, table.Columns, out fault) is not { } sort)
                return OnetCall.Refuse(fault);
            sorts.Add(sort);
        }
        var found = await table.ReadAsync(new(filters, sorts, page.Start, page.End), call.Stop);
        return call.Page(page, found.Total, "row", found.Rows.Select(r => table.Columns.Zip(r).ToDictionary(c => c.First, c => c.Second)).ToList());
    }

    private static string Describe(OnetCall call, OnetTable table) => $"The file {table.Title} of {call.Release.Title}.";

    private static async Task<IResult> UnknownAsync(OnetCall call)
    {
        var names = await call.Db.OnetTables.Where(t => t.ReleaseKey == call.Key).Select(t => t.Name).OrderBy(n => n).ToListAsync(call.Stop);
        return OnetCall.Refuse($"There is no table '{call.Route("table")}'. Tables: {string.Join(", ", names)}.");
    }
}
