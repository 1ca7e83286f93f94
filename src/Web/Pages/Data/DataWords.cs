using Microsoft.Extensions.Localization;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Pages.Data;

/// <summary>What readers call the kinds of data and the states of a load.</summary>
internal static class DataWords
{
    public static string Kind(IStringLocalizer<Words> T, string kind) => kind switch
    {
        ReleaseKinds.Onet => T["Occupations (O*NET)"],
        ReleaseKinds.Oews => T["Wages and employment by occupation (OEWS)"],
        ReleaseKinds.OewsAreas => T["Areas and their counties"],
        ReleaseKinds.Projections => T["Employment projections, nation"],
        ReleaseKinds.Education => T["Education of occupations"],
        ReleaseKinds.StateProjections => T["Employment projections, states"],
        ReleaseKinds.CountyIndustry => T["Employment by industry"],
        ReleaseKinds.Naics => T["Industry classification (NAICS)"],
        ReleaseKinds.Soc => T["Occupational classification (SOC)"],
        ReleaseKinds.SocChanges => T["Changes from SOC 2010 to SOC 2018"],
        ReleaseKinds.OnetSoc => T["O*NET occupations and projections"],
        ReleaseKinds.Cip => T["Classification of training programs (CIP)"],
        ReleaseKinds.CipSoc => T["Training programs and occupations (CIP–SOC)"],
        ReleaseKinds.Programs => T["Training programs and providers"],
        ReleaseKinds.ProgramOutcomes => T["Results of training programs"],
        ReleaseKinds.Credentials => T["Credentials and licenses"],
        _ => kind,
    };

    /// <summary>The kind, and the part of it where a release holds only one.</summary>
    public static string Kind(IStringLocalizer<Words> T, DataRelease release) =>
        release.Scope.Length == 0 ? Kind(T, release.Kind) : $"{Kind(T, release.Kind)} – {(release.Scope == "demo" ? T["invented region"] : release.Scope)}";

    public static string State(IStringLocalizer<Words> T, JobState state) => state switch
    {
        JobState.Waiting => T["Waits for its turn"],
        JobState.Running or JobState.Saved => T["Under way"],
        JobState.Done => T["Done"],
        JobState.Failed => T["Failed"],
        _ => T["Stopped"],
    };

    public static string Fault(IStringLocalizer<Words> T, string? fault) => fault switch
    {
        "refused" => T["The file was refused. Nothing of it was saved, and what was here before is still in force. The table below says why."],
        "no-file" => T["No machine of this installation has the file any more. Send it again."],
        "gave-up" => T["It was tried three times and did not come to an end. Nothing of it was saved. Ask whoever runs this installation to look at the log."],
        _ => T["It failed through a fault of the program, which was written down. Nothing of it was saved."],
    };

    public static string LoadFault(IStringLocalizer<Words> T, string fault) => fault switch
    {
        "too-large" => T["The file is larger than {0} MB. Load it with the command line: trellis data import.", DataUpload.MostMegabytes],
        "unknown-kind" => T["The name of the file does not tell what kind of data it holds. Choose the kind and send the file again."],
        "stale" => T["The page was open too long. Choose the file again."],
        _ => T["Choose a file first. An empty file cannot be loaded."],
    };
}
