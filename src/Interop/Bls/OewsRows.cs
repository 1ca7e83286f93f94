using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop.Bls;

/// <summary>Turns the rows of a table of wages into figures. A row that cannot be understood is left out and reported.</summary>
internal sealed class OewsRows(ReleaseLoad load, SourceTable table, OewsColumns at, OewsPeriod period)
{
    private static readonly WageFigure[] All = Enum.GetValues<WageFigure>();

    private readonly HashSet<WageKey> _seen = [];
    private readonly Figure[] _figures = new Figure[All.Length];

    public ReleaseAreas Areas { get; init; } = new();

    /// <summary>Whether every row is about an industry.</summary>
    public bool IsByIndustry { get; private set; } = true;

    public IEnumerable<Wage> Read()
    {
        foreach (var row in table.Rows())
        {
            if (row[at.Occupation].Length == 0 && row[at.Title].Length == 0)
                continue;
            if (Wage(row) is not { } wage)
                continue;
            IsByIndustry &= wage.Naics != Core.LaborMarket.Wage.CrossIndustry;
            yield return wage;
        }
    }

    private Wage? Wage(TableRow row)
    {
        if (!SocCode.TryParse(row[at.Occupation], out var soc))
            return IsDate(row[at.Occupation]) ? load.Refuse<Wage>(row, "OCC_CODE", "oews-date", "\"{0}\" is what a spreadsheet program makes of a code that it takes for a date; the code is lost. Load the file as its publisher gives it out.", row[at.Occupation]) : load.Refuse<Wage>(row, "OCC_CODE", "oews-code", "\"{0}\" is no occupation code of the form 29-1141.", row[at.Occupation]);
        if (Area(row) is not { } area)
            return load.Refuse<Wage>(row, "AREA", "oews-area", "\"{0}\" is no area of the type \"{1}\".", row[at.Area], row[at.AreaType]);
        if (Level(row, soc) is not { } level)
            return load.Refuse<Wage>(row, "O_GROUP", "oews-level", "\"{0}\" is no level of occupations: total, major, minor, broad or detailed is expected.", row[at.Level]);
        if (!ReadFigures(row))
            return null;
        var pay = IsTrue(row, at.AnnualOnly) ? PayTerms.AnnualOnly : IsTrue(row, at.HourlyOnly) ? PayTerms.HourlyOnly : PayTerms.HourlyAndAnnual;
        LeaveOut(pay);
        var key = new WageKey(load.Rows.Key, area.ToString(), soc.Value, level)
        {
            Naics = Naics(row[at.Naics]),
            IndustryLevel = OrElse(row[at.IndustryLevel], "cross-industry"),
            Ownership = OrElse(row[at.Ownership], "1235"),
        };
        return _seen.Add(key)
            ? WageRow.Of(key, _figures, row[at.Title], pay)
            : load.Refuse<Wage>(row, "OCC_CODE", "oews-twice", "The figures of {0} in this area and industry stand in the file already.", soc.Value);
    }

    private AreaCode? Area(TableRow row)
    {
        var code = at.Area < 0 ? AreaCode.Nation : AreaForm.Read(at.AreaForm, row[at.Area], row[at.AreaType]);
        if (code is { } area)
            Areas.Add(area, at.Area < 0 ? "United States" : row[at.AreaName], at.State >= 0 ? StateNames.Find(row[at.State]) : null);
        return code;
    }

    /// <summary>Tables of some years leave the level of detailed occupations empty; tables of states have no level, but the code tells it.</summary>
    private OccupationLevel? Level(TableRow row, SocCode soc) => row[at.Level].ToLowerInvariant() switch
    {
        "" when at.Level >= 0 => OccupationLevel.Detailed,
        "" => soc.Value == "00-0000" ? OccupationLevel.Total : soc.Value.EndsWith("0000", StringComparison.Ordinal) ? OccupationLevel.Major : OccupationLevel.Detailed,
        "total" => OccupationLevel.Total,
        "major" => OccupationLevel.Major,
        "minor" => OccupationLevel.Minor,
        "broad" => OccupationLevel.Broad,
        "detailed" or "detail" => OccupationLevel.Detailed,
        _ => null,
    };

    private bool ReadFigures(TableRow row)
    {
        foreach (var figure in All)
        {
            var place = at.Figures[(int)figure];
            var text = row[place];
            if (place < 0)
            {
                _figures[(int)figure] = Figure.NotReported;
            }
            else if (text == "#" && figure >= WageFigure.HourlyMean)
            {
                _figures[(int)figure] = Figure.TopCoded(Bound(figure));
            }
            else if (FigureCell.Read(text, at.Signs) is { } read && !(read.Value < 0))
            {
                _figures[(int)figure] = figure >= WageFigure.HourlyMean ? read.Times(100) : read;
            }
            else
            {
                load.Refuse<Wage>(row, at.Names[(int)figure], "oews-figure", "\"{0}\" is neither a number nor a sign that is known for a missing one.", text);
                return false;
            }
        }
        return true;
    }

    private int Bound(WageFigure figure) => period.Top is { } top
        ? figure < WageFigure.AnnualMean ? top.Hourly : top.Annual
        : throw new UnusableInputException(Problem.Rejected("no-top-code", table.File,
            "The file has wages marked \"#\", at or above the highest that is published, and nothing tells how high that was in {0}. Load the workbook with its sheet of field descriptions, or add the year to data/reference/oews-top-codes.csv.", period.Text));

    /// <summary>Wages that cannot be, because the work is paid by the year or by the hour only, are not withheld.</summary>
    private void LeaveOut(PayTerms pay)
    {
        var (first, last) = pay switch
        {
            PayTerms.AnnualOnly => (WageFigure.HourlyMean, WageFigure.Hourly90),
            PayTerms.HourlyOnly => (WageFigure.AnnualMean, WageFigure.Annual90),
            _ => (WageFigure.Employment, WageFigure.Employment - 1),
        };
        for (var figure = first; figure <= last; figure++)
        {
            if (!_figures[(int)figure].HasValue)
                _figures[(int)figure] = Figure.NotApplicable;
        }
    }

    private static string OrElse(string text, string other) => text.Length > 0 ? text : other;

    /// <summary>"Nov-11" or "11/21/2011", which once was 11-2011 or another code.</summary>
    private static bool IsDate(string text) => DateTime.TryParseExact(text, ["MMM-yy", "M/d/yyyy", "d-MMM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTrue(TableRow row, int place) => row[place].Equals("TRUE", StringComparison.OrdinalIgnoreCase);

    private static string Naics(string text) => text.Trim('0').Length == 0 ? Core.LaborMarket.Wage.CrossIndustry : text;
}
