using System.IO.Compression;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Onet;
using Trellis.Tests.Support;

namespace Trellis.Tests.Interop;

/// <summary>A small O*NET release of our own: real codes, our own words and figures. Cells are parted by | here.</summary>
public static class OnetSample
{
    private const string Rating = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound|Recommend Suppress|Not Relevant|Date|Domain Source";

    public static Dictionary<string, string> Files { get; } = new()
    {
        ["Read Me.txt"] = "O*NET 29.9 Database\nMay 2025 Release\n",
        ["Occupation Data.txt"] = """
            O*NET-SOC Code|Title|Description
            29-1141.00|Registered Nurses|Care for the sick.
            47-2111.00|Electricians|Lay wires.
            55-1011.00|Air Crew Officers|Fly.
            """,
        ["Content Model Reference.txt"] = """
            Element ID|Element Name|Description
            2.A.1.a|Reading Comprehension|To read and understand.
            2.C.5.a|Medicine and Dentistry|To know of medicine.
            2.D.1|Required Level of Education|What schooling it takes.
            4.C.3.d.8|Duration of Typical Work Week|Hours in a week.
            """,
        ["Scales Reference.txt"] = """
            Scale ID|Scale Name|Minimum|Maximum
            IM|Importance|1|5
            LV|Level|0|7
            RL|Required Level Of Education (Categories 1-12)|0|100
            RT|Relevance of Task|0|100
            FT|Frequency of Task (Categories 1-7)|0|100
            CT|Context|1|3
            CTP|Context (Categories 1-3)|0|100
            """,
        ["Job Zones.txt"] = """
            O*NET-SOC Code|Job Zone|Date|Domain Source
            29-1141.00|4|08/2021|Analyst
            47-2111.00|3|08/2022|Analyst
            """,
        ["Skills.txt"] = $"""
            {Rating}
            29-1141.00|2.A.1.a|Reading Comprehension|IM|4.00|8|0.1250|3.7500|4.2500|N|n/a|08/2021|Analyst
            29-1141.00|2.A.1.a|Reading Comprehension|LV|4.50|8|0.2500|4.0000|5.0000|Y|N|08/2021|Analyst
            """,
        ["Knowledge.txt"] = $"""
            {Rating}
            29-1141.00|2.C.5.a|Medicine and Dentistry|IM|5.00|28|n/a|n/a|n/a|n/a|n/a|08/2021|Incumbent
            """,
        ["Education, Training, and Experience.txt"] = """
            O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound|Recommend Suppress|Date|Domain Source
            29-1141.00|2.D.1|Required Level of Education|RL|5|25.00|28|4.1|1.0|49.0|N|08/2021|Incumbent
            29-1141.00|2.D.1|Required Level of Education|RL|6|75.00|28|4.1|51.0|99.0|N|08/2021|Incumbent
            """,
        ["Work Context.txt"] = """
            O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound|Recommend Suppress|Not Relevant|Date|Domain Source
            29-1141.00|4.C.3.d.8|Duration of Typical Work Week|CT|n/a|1.90|20|0.2|1.5|2.4|N|n/a|08/2021|Incumbent
            29-1141.00|4.C.3.d.8|Duration of Typical Work Week|CTP|2|66.00|20|23.7|17.6|94.8|Y|n/a|08/2021|Incumbent
            """,
        ["Alternate Titles.txt"] = """
            O*NET-SOC Code|Alternate Title|Short Title|Source(s)
            29-1141.00|Ward "Night" Nurse|WN|02,08
            47-2111.00|Wire Layer|n/a|10
            """,
        ["Sample of Reported Titles.txt"] = """
            O*NET-SOC Code|Reported Job Title|Shown in My Next Move
            29-1141.00|Staff Nurse|Y
            """,
        ["Task Statements.txt"] = """
            O*NET-SOC Code|Task ID|Task|Task Type|Incumbents Responding|Date|Domain Source
            29-1141.00|100|Write down how patients are.|Core|95|08/2021|Incumbent
            29-1141.00|101|Hold "bedside" talks.|n/a|n/a|08/2021|Occupational Expert
            """,
        ["Task Ratings.txt"] = """
            O*NET-SOC Code|Task ID|Scale ID|Category|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound|Recommend Suppress|Date|Domain Source
            29-1141.00|100|FT|5|83.00|61|11.2|49.8|96.1|N|08/2021|Incumbent
            29-1141.00|100|IM|n/a|4.80|62|0.07|4.7|4.9|N|08/2021|Incumbent
            29-1141.00|100|RT|n/a|99.00|62|0.5|98.0|99.9|N|08/2021|Incumbent
            29-1141.00|101|IM|n/a|4.90|10|0.9|1.7|5.0|Y|08/2021|Incumbent
            """,
        ["IWA Reference.txt"] = "Element ID|IWA ID|IWA Title\n4.A.1.a.1|4.A.1.a.1.I01|Watch people.",
        ["DWA Reference.txt"] = "Element ID|IWA ID|DWA ID|DWA Title\n4.A.1.a.1|4.A.1.a.1.I01|4.A.1.a.1.I01.D01|Watch the sick.",
        ["Tasks to DWAs.txt"] = "O*NET-SOC Code|Task ID|DWA ID|Date|Domain Source\n29-1141.00|100|4.A.1.a.1.I01.D01|03/2014|Analyst",
        ["Technology Skills.txt"] = "O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand\n29-1141.00|Chart Writer|43230000|Medical software|Y|N",
        ["Tools Used.txt"] = "O*NET-SOC Code|Example|Commodity Code|Commodity Title\n47-2111.00|Side cutters|27110000|Cutting pliers",
        ["Related Occupations.txt"] = "O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index\n29-1141.00|47-2111.00|Primary-Short|1",
        ["Level Scale Anchors.txt"] = "Element ID|Element Name|Scale ID|Anchor Value|Anchor Description\n2.A.1.a|Reading Comprehension|LV|2|Read a note",
        ["Education, Training, and Experience Categories.txt"] = "Element ID|Element Name|Scale ID|Category|Category Description\n2.D.1|Required Level of Education|RL|6|Bachelor's Degree",
        ["Task Categories.txt"] = "Scale ID|Category|Category Description\nFT|5|Daily",
        ["Job Zone Reference.txt"] = "Job Zone|Name|Experience|Education|Job Training|Examples|SVP Range\n4|Zone Four|Much|School|Years|Nurses|(7.0 to < 8.0)",
        ["Survey Booklet Locations.txt"] = "Element ID|Element Name|Survey Item Number|Scale ID\n2.A.1.a|Reading Comprehension|SK01|IM",
    };

    /// <summary>The files with some of them changed; null takes a file away.</summary>
    public static ReleaseSource Source(params (string Name, string? Text)[] changed)
    {
        var files = new Dictionary<string, string>(Files);
        foreach (var (name, text) in changed)
        {
            if (text is null)
                files.Remove(name);
            else
                files[name] = text;
        }
        return Zip("db_sample.zip", files.Select(f => (f.Key, Utf8.Strict.GetBytes(Tabs(f.Value)))));
    }

    public static ReleaseSource Zip(string name, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (file, bytes) in files)
            {
                using var entry = zip.CreateEntry("folder/" + file).Open();
                entry.Write(bytes);
            }
        }
        return ReleaseSource.Of(name, memory.ToArray());
    }

    public static string Tabs(string text) => text.Replace('|', '\t').ReplaceLineEndings("\r\n");

    public static async Task<ReleaseReport> LoadAsync(Db db, ReleaseSource source)
    {
        using (source)
            return await ReleaseImport.LoadAsync(db, OnetRelease.Reader, source, new(), TestModel.Change);
    }
}
