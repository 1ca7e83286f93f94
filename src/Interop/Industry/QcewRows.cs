using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop.Industry;

/// <summary>
/// Rows of annual averages of the Quarterly Census of Employment and Wages. The letter N in the column of disclosure says that the zeros
/// beside it are no numbers. Areas that are not a nation, state, county or metropolitan area are passed over.
/// </summary>
internal sealed class QcewRows(ReleaseLoad load)
{
    private readonly HashSet<(AreaCode, string, string, int)> _seen = [];
    private int _passedOver;

    public ReleaseAreas Areas { get; } = new();

    public HashSet<int> Years { get; } = [];

    public static bool Fits(TableHeader header) => header.Has("area_fips") && header.Has("industry_code") && header.Has("own_code")
        && header.Has("disclosure_code") && header.Has("annual_avg_emplvl");

    public IEnumerable<IndustryJobs> Read(SourceTable table)
    {
        var at = new Columns(table.Header);
        return table.Rows().Select(row => Row(row, at)).OfType<IndustryJobs>();
    }

    /// <summary>Says how many rows were about areas or sizes that are not kept.</summary>
    public void Note()
    {
        if (_passedOver > 0)
            load.Report.Add(Problem.Noted("qcew-passed-over", load.Source.Name, "{0} rows are about other areas or sizes of establishments and were not kept.", _passedOver.ToString(CultureInfo.InvariantCulture)));
    }

    private IndustryJobs? Row(TableRow row, Columns at)
    {
        if (row[at.Size] is not ("" or "0") || Area(row[at.Area]) is not { } area)
        {
            _passedOver++;
            return null;
        }
        if (row.Number32(at.Year) is not (> 1974 and < 2100 and var year))
            return load.Refuse<IndustryJobs>(row, "year", "qcew-year", "\"{0}\" is no year.", row[at.Year]);
        if (!IsOwner(row[at.Owner]))
            return load.Refuse<IndustryJobs>(row, "own_code", "qcew-owner", "\"{0}\" is no kind of ownership: one digit from 0 to 9 is expected.", row[at.Owner]);
        if (Level(row[at.Industry]) is not { } level)
            return load.Refuse<IndustryJobs>(row, "industry_code", "naics-code", "\"{0}\" is no industry code of two to six digits or a range such as 31-33.", row[at.Industry]);
        var isWithheld = row[at.Disclosure] == "N";
        if (!isWithheld && row[at.Disclosure] is not ("" or "-"))
            return load.Refuse<IndustryJobs>(row, "disclosure_code", "qcew-disclosure", "\"{0}\" is no sign of disclosure: N or nothing is expected.", row[at.Disclosure]);
        if (Figures(row, at, isWithheld) is not { } figures)
            return null;
        if (!_seen.Add((area, row[at.Industry], row[at.Owner], year)))
            return load.Refuse<IndustryJobs>(row, "industry_code", "qcew-twice", "The industry {0} stands in the file for this area, year and ownership already.", row[at.Industry]);
        Areas.Add(area, row[at.AreaTitle]);
        Years.Add(year);
        return new()
        {
            ReleaseKey = load.Rows.Key,
            AreaCode = area.ToString(),
            Naics = row[at.Industry],
            Ownership = row[at.Owner],
            Year = year,
            Title = row[at.Title],
            Level = level,
            Establishments = figures[0].Value,
            Employment = figures[1].Value,
            Payroll = figures[2].Value is { } pay ? (long)Math.Round(pay * 100) : null,
            Marks = FigureMarks.Write(Array.ConvertAll(figures, f => f.State)),
        };
    }

    /// <summary>Establishments are counted openly; jobs and pay are withheld where the row says so.</summary>
    private Figure[]? Figures(TableRow row, Columns at, bool isWithheld)
    {
        if (row.Number64(at.Establishments) is not (>= 0 and var establishments))
            load.Refuse<IndustryJobs>(row, "annual_avg_estabs", "qcew-figure", "\"{0}\" is no number of zero or more.", row[at.Establishments]);
        else if (isWithheld)
            return [Figure.Of(establishments), Figure.Suppressed, Figure.Suppressed];
        else if (row.Number64(at.Employment) is not (>= 0 and var employment))
            load.Refuse<IndustryJobs>(row, "annual_avg_emplvl", "qcew-figure", "\"{0}\" is no number of zero or more.", row[at.Employment]);
        else if (row.Number64(at.Pay) is not (>= 0 and var pay))
            load.Refuse<IndustryJobs>(row, "total_annual_wages", "qcew-figure", "\"{0}\" is no number of zero or more.", row[at.Pay]);
        else
            return [Figure.Of(establishments), Figure.Of(employment), Figure.Of(pay)];
        return null;
    }

    /// <summary>US000, a state as 53000, a county as 53033, a metropolitan area as C4266; 53999 and the like are no place on a map.</summary>
    private static AreaCode? Area(string fips) => fips switch
    {
        "US000" => AreaCode.Nation,
        ['C', _, _, _, _] when fips.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false => AreaCode.Metro(fips[1..] + "0"),
        { Length: 5 } when fips.All(char.IsAsciiDigit) => fips.EndsWith("000", StringComparison.Ordinal) ? StateNames.Find(fips[..2]) : fips[2] == '9' ? null : AreaCode.County(fips),
        _ => null,
    };

    /// <summary>10 is all industries; 101, 1011 and the like are super-sectors, which these statistics have beside NAICS.</summary>
    private static int? Level(string code) => code == IndustryJobs.AllIndustries ? 0
        : code.StartsWith("10", StringComparison.Ordinal) && code.Length is 3 or 4 && code.All(char.IsAsciiDigit) ? 1
        : NaicsCode.TryParse(code, out var naics) ? naics.Level : null;

    private static bool IsOwner(string text) => text is [>= '0' and <= '9'];

    private sealed class Columns(TableHeader header)
    {
        public int Area { get; } = header.Find("area_fips");
        public int AreaTitle { get; } = header.Find("area_title");
        public int Owner { get; } = header.Find("own_code");
        public int Industry { get; } = header.Find("industry_code");
        public int Title { get; } = header.Find("industry_title");
        public int Size { get; } = header.Find("size_code");
        public int Year { get; } = header.Find("year");
        public int Disclosure { get; } = header.Find("disclosure_code");
        public int Establishments { get; } = header.Find("annual_avg_estabs", "annual_avg_estabs_count");
        public int Employment { get; } = header.Find("annual_avg_emplvl");
        public int Pay { get; } = header.Find("total_annual_wages");
    }
}
