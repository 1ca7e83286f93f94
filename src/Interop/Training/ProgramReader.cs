using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>
/// Reads a list of eligible training programs with all that belongs to it: providers, occupations, results, and what the state calls in
/// demand. Which columns hold what is said by a mapping.
/// </summary>
public static class ProgramReader
{
    private const string Programs = "programs";

    public static ReleaseReader Reader { get; } = new(
        ReleaseKinds.Programs, "Eligible training programs",
        "A list with the elements of ETA-9171 (CSV or XLSX), or another list that a mapping describes, alone or in a folder with its other files.", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        var source = ListSource.Find(load, Programs);
        source.Describe(load);
        foreach (var (name, value) in load.Options)
            Take(load.Release, name, value);
        var list = new ProgramList(load);
        list.Read(source);
        await load.Rows.InsertAsync(list.Providers, load.Stop);
        await load.Rows.InsertAsync(list.Programs, load.Stop);
        await load.Rows.InsertAsync(list.Occupations, load.Stop);
        await load.Rows.InsertAsync(list.Outcomes, load.Stop);
        await load.Rows.InsertAsync(InDemand(load, source), load.Stop);
    }

    /// <summary>What the person who loads the list says of it, as the federal file names neither its edition nor its period.</summary>
    private static void Take(DataRelease release, string name, string value)
    {
        if (name == "edition")
            release.Edition = value;
        else if (name == "period")
            release.Period = value;
        else if (name == "scope")
            release.Scope = value;
    }

    private static IEnumerable<InDemandListing> InDemand(ReleaseLoad load, ListSource source)
    {
        var seen = new HashSet<(InDemandScheme, string)>();
        foreach (var row in source.Read(load, "inDemandCips").Concat(source.Read(load, "inDemandSocs")))
        {
            var scheme = row.Text("scheme") == "soc" ? InDemandScheme.Soc : InDemandScheme.Cip;
            var text = row.Text("code") ?? "";
            var code = scheme == InDemandScheme.Soc ? SocCode.TryParse(text, out var soc) ? soc.Value : null : ListText.Cip(text);
            if (code is null)
                row.Note(Problem.Rejected("not-a-code", row.Where("code"), "'{0}' is neither a code of a field of study nor of an occupation.", text));
            else if (seen.Add((scheme, code)))
                yield return new() { ReleaseKey = load.Rows.Key, Scheme = scheme, Code = code, Title = CipSocReader.Title(row.Text("title") ?? "") };
            else
                row.Note(Problem.Rejected("repeated-code", row.Where("code"), "The code {0} stands above already.", code));
        }
    }
}
