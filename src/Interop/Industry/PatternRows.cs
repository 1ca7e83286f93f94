using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop.Industry;

/// <summary>
/// Rows of a table made from County Business Patterns: jobs and pay of private establishments by county and NAICS 2012 code. A zero in
/// the reported columns is a number that was withheld; beside it stand estimates, of which some come out below zero and are left out.
/// </summary>
internal sealed class PatternRows(ReleaseLoad load)
{
    /// <summary>The estimates in the order in which they are taken.</summary>
    private static readonly string[] Estimates = ["emp_est3", "emp_est1"];

    private readonly HashSet<(AreaCode, string)> _seen = [];
    private int _impossible;

    public ReleaseAreas Areas { get; } = new();

    /// <summary>The year that the user gave with the file, which does not tell it; 0 where nobody did.</summary>
    public int Year { get; } = int.TryParse(load.Options.GetValueOrDefault("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    public static bool Fits(TableHeader header) => header.Has("relevant_naics") && header.Has("emp_reported") && header.Has("COUNTY") && header.Has("state");

    public IEnumerable<IndustryJobs> Read(SourceTable table)
    {
        var at = new Columns(table.Header);
        return table.Rows().Select(row => Row(row, at)).OfType<IndustryJobs>();
    }

    public void Note()
    {
        if (_impossible > 0)
            load.Report.Add(Problem.Noted("pattern-estimate", load.Source.Name, "{0} estimates of employment are below zero and were left out.", _impossible.ToString(CultureInfo.InvariantCulture)));
    }

    private IndustryJobs? Row(TableRow row, Columns at)
    {
        if (row.Number32(at.State) is not (> 0 and < 100 and var state) || row.Number32(at.County) is not (> 0 and < 1000 and var county))
            return load.Refuse<IndustryJobs>(row, "COUNTY", "pattern-county", "\"{0}\" is no county of the state \"{1}\".", row[at.County], row[at.State]);
        if (!NaicsCode.TryParse(row[at.Naics], out var naics))
            return load.Refuse<IndustryJobs>(row, "relevant_naics", "naics-code", "\"{0}\" is no industry code of two to six digits or a range such as 31-33.", row[at.Naics]);
        if (row.Number64(at.Establishments) is not (>= 0 and var establishments))
            return load.Refuse<IndustryJobs>(row, "estab", "qcew-figure", "\"{0}\" is no number of zero or more.", row[at.Establishments]);
        if (row.Number64(at.Employment) is not (>= 0 and var employment))
            return load.Refuse<IndustryJobs>(row, "emp_reported", "qcew-figure", "\"{0}\" is no number of zero or more.", row[at.Employment]);
        if (row.Number64(at.Pay) is not (>= 0 and var pay))
            return load.Refuse<IndustryJobs>(row, "payann_reported", "qcew-figure", "\"{0}\" is no number of zero or more.", row[at.Pay]);
        var area = AreaCode.County(string.Create(CultureInfo.InvariantCulture, $"{state:00}{county:000}"));
        if (!_seen.Add((area, naics.Value)))
            return load.Refuse<IndustryJobs>(row, "relevant_naics", "pattern-twice", "The industry {0} stands in the file for this county already.", naics.Value);
        Areas.Add(area, row[at.Title]);
        var estimate = employment > 0 ? default : Estimate(row, at);
        return new()
        {
            ReleaseKey = load.Rows.Key,
            AreaCode = area.ToString(),
            Naics = naics.Value,
            Ownership = "5",
            Year = Year,
            Title = row[at.Industry],
            Level = naics.Level,
            Establishments = establishments,
            Employment = employment > 0 ? employment : null,
            // Pay is in thousands of dollars.
            Payroll = pay > 0 ? (long)Math.Round(pay * 100_000) : null,
            EstimatedEmployment = estimate.Jobs,
            Estimate = estimate.Name,
            Marks = FigureMarks.Write(FigureState.Value, employment > 0 ? FigureState.Value : FigureState.Suppressed, pay > 0 ? FigureState.Value : FigureState.Suppressed),
        };
    }

    private (double? Jobs, string? Name) Estimate(TableRow row, Columns at)
    {
        foreach (var (place, name) in at.Estimates.Zip(Estimates))
        {
            if (row.Number64(place) is >= 0 and var jobs)
                return (jobs, name);
        }
        _impossible++;
        return default;
    }

    private sealed class Columns(TableHeader header)
    {
        public int State { get; } = header.Find("state");
        public int County { get; } = header.Find("COUNTY");
        public int Title { get; } = header.Find("GEO_TTL");
        public int Naics { get; } = header.Find("relevant_naics");
        public int Industry { get; } = header.Find("NAICS2012_TTL");
        public int Establishments { get; } = header.Find("estab");
        public int Employment { get; } = header.Find("emp_reported");
        public int Pay { get; } = header.Find("payann_reported");
        public IReadOnlyList<int> Estimates { get; } = [.. PatternRows.Estimates.Select(e => header.Find(e))];
    }
}
