using System.Globalization;
using Trellis.Core.Competencies.Worksheets.Filling;

namespace Trellis.Web.Pages.Worksheets;

/// <summary>The fields of a page to fill: one for the value of each cell, and one for what was shown there, so that only what somebody changed is saved.</summary>
public static class FillForm
{
    public static string Key(CellPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Column}-{place.Measure}-{place.Statement:N}");

    /// <summary>The revision and the value that were shown: "2.3", "0." for a cell that was never filled.</summary>
    public static string Seen(KeptCell? cell) => string.Create(CultureInfo.InvariantCulture, $"{cell?.Revision ?? 0}.{cell?.Value}");

    /// <summary>What differs from what was shown.</summary>
    public static List<CellEdit> Read(IFormCollection form)
    {
        var edits = new List<CellEdit>();
        foreach (var name in form.Keys.Where(k => k.StartsWith("c-", StringComparison.Ordinal)))
        {
            var seen = form["s-" + name[2..]].ToString().Split('.');
            if (Place(name[2..]) is not { } place || seen.Length != 2 || !int.TryParse(seen[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
                continue;
            var value = form[name].ToString();
            if (value != seen[1])
                edits.Add(new(place, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null, revision));
        }
        return edits;
    }

    private static CellPlace? Place(string key) =>
        key.Split('-') is [var column, var measure, var statement] && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Enum.TryParse<WorksheetMeasure>(measure, out var known) && Enum.IsDefined(known) && Guid.TryParseExact(statement, "N", out var id)
            ? new(number, known, id)
            : null;
}
