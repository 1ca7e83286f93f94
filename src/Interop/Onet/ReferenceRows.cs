using Trellis.Core.Codes;

namespace Trellis.Interop.Onet;

/// <summary>The small files that the others refer to: occupations with their job zones, the content model, scales, job zones, detailed activities.</summary>
internal static class ReferenceRows
{
    public static void ReadOccupations(OnetLoad load)
    {
        var file = load.Open(OnetFiles.Occupations) ?? throw new UnusableInputException(Problem.Rejected("no-occupation-data", OnetFiles.Occupations,
            "The file Occupation Data is missing; without it this is no O*NET database."));
        var (code, title, text) = (file.Need("O*NET-SOC Code"), file.Need("Title"), file.Need("Description"));
        foreach (var row in file.Rows())
        {
            if (!OnetSocCode.TryParse(row[code], out _))
                load.Reject(row, "no-onet-code", "O*NET-SOC Code", "\"{0}\" is no O*NET-SOC code. Codes look like 29-1141.00.", row[code]);
            else if (row.Text(title) is not { } name)
                load.Reject(row, "no-title", "Title", "The occupation has no title.");
            else if (!load.Occupations.TryAdd(row[code], new(load.Occupations.Count, row[code], name, row.Text(text) ?? "")))
                load.Reject(row, "twice", "O*NET-SOC Code", "{0} stands in the file before.", row[code]);
        }
    }

    public static void ReadJobZones(OnetLoad load)
    {
        if (load.Open("Job Zones") is not { } file)
            return;
        var (code, zone, date, source) = (file.Need("O*NET-SOC Code"), file.Need("Job Zone"), file.Find("Date", "Date Updated"), file.Find("Domain Source"));
        foreach (var row in file.Rows())
        {
            if (load.Occupation(row, code) is not { } occupation)
                continue;
            if (row.Number32(zone) is not (>= 1 and <= 5 and var number))
                load.Reject(row, "no-job-zone", "Job Zone", "\"{0}\" is no job zone. Zones are 1 to 5.", row[zone]);
            else if (occupation.JobZone is not null)
                load.Reject(row, "twice", "O*NET-SOC Code", "{0} stands in the file before.", row[code]);
            else
                (occupation.JobZone, occupation.JobZoneDate, occupation.JobZoneSource, occupation.HasData) = (number, row.Text(date), row.Text(source), true);
        }
    }

    public static void ReadElements(OnetLoad load)
    {
        if (load.Open("Content Model Reference") is not { } file)
            return;
        var (id, name, text) = (file.Need("Element ID"), file.Need("Element Name"), file.Find("Description"));
        foreach (var row in file.Rows())
        {
            // Detailed activities are listed too since 30.3; their ids have a form of their own.
            if (row.Text(id) is not { } element || !char.IsAsciiDigit(element[0]))
                load.Reject(row, "no-element-id", "Element ID", "\"{0}\" is no element of the O*NET content model. Their ids look like 2.A.1.b.", row[id]);
            else if (!load.Elements.AddElement(element, row[name], row.Text(text) ?? ""))
                load.Reject(row, "twice", "Element ID", "{0} stands in the file before.", row[id]);
        }
    }

    public static void ReadScales(OnetLoad load)
    {
        if (load.Open("Scales Reference") is not { } file)
            return;
        var (id, name, lowest, highest) = (file.Need("Scale ID"), file.Need("Scale Name"), file.Need("Minimum"), file.Need("Maximum"));
        foreach (var row in file.Rows())
        {
            if (row.Text(id) is not { } scale || row.Number64(lowest) is not { } low || row.Number64(highest) is not { } high)
                load.Reject(row, "no-scale", "Scale ID", "A scale needs an id, a minimum and a maximum.");
            else if (!load.Elements.AddScale(new(0, scale, row[name], low, high)))
                load.Reject(row, "twice", "Scale ID", "{0} stands in the file before.", scale);
        }
    }

    public static async Task WriteJobZonesAsync(OnetLoad load)
    {
        if (load.Open("Job Zone Reference") is not { } file)
            return;
        string[] texts = ["Name", "Experience", "Education", "Job Training", "Examples", "SVP Range"];
        var zone = file.Need("Job Zone");
        var places = Array.ConvertAll(texts, t => file.Find(t));
        var seen = new HashSet<int>();
        await load.InsertAsync("occupation_job_zones",
            OnetLoad.Columns(("zone", typeof(int)), ("name", typeof(string)), ("experience", typeof(string)), ("education", typeof(string)),
                ("training", typeof(string)), ("examples", typeof(string)), ("svp_range", typeof(string))), Rows());

        IEnumerable<object?[]> Rows()
        {
            foreach (var row in file.Rows())
            {
                if (row.Number32(zone) is { } number && seen.Add(number))
                    yield return [load.Key, number, .. places.Select(p => (object)(row.Text(p) ?? ""))];
                else
                    load.Reject(row, "no-job-zone", "Job Zone", "\"{0}\" is no job zone. Zones are 1 to 5.", row[zone]);
            }
        }
    }

    /// <summary>Elements and scales stand last: rows of ratings may have brought more of them.</summary>
    public static async Task WriteElementsAsync(OnetLoad load)
    {
        await load.InsertAsync("occupation_elements", OnetLoad.Columns(("id", typeof(string)), ("name", typeof(string)), ("description", typeof(string))),
            load.Elements.All.Select(e => new object?[] { load.Key, e.Id, e.Name, e.Description }));
        await load.InsertAsync("occupation_scales",
            OnetLoad.Columns(("id", typeof(string)), ("name", typeof(string)), ("lowest", typeof(double)), ("highest", typeof(double))),
            load.Elements.Scales.Where(s => s.Lowest is not null).Select(s => new object?[] { load.Key, s.Id, s.Name, s.Lowest, s.Highest }));
    }

    public static Task WriteOccupationsAsync(OnetLoad load) => load.InsertAsync("occupations",
        OnetLoad.Columns(("code", typeof(string)), ("soc", typeof(string)), ("title", typeof(string)), ("description", typeof(string)), ("job_zone", typeof(int)),
            ("job_zone_date", typeof(string)), ("job_zone_source", typeof(string)), ("has_ratings", typeof(bool)), ("has_data", typeof(bool))),
        load.Occupations.Values.Select(o => new object?[] { load.Key, o.Code, o.Code[..7], o.Title, o.Description, o.JobZone, o.JobZoneDate, o.JobZoneSource, o.HasRatings, o.HasData }));
}
