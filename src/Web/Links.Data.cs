namespace Trellis.Web;

/// <summary>Releases of outside data and the work on them.</summary>
public static partial class Links
{
    public const string Data = "/data";
    public const string DataLoad = "/data/load";
    public const string DataUpload = "/data/upload";
    public const string DataFetch = "/data/fetch";

    public static string DataRelease(int key) => $"{Data}/releases/{key}";

    /// <summary>A release with the question whether it is to be restored or dropped.</summary>
    public static string DataReleaseAsk(int key, string what) => $"{DataRelease(key)}?ask={what}";

    public static string DataReleaseDo(int key, string what) => $"{DataRelease(key)}/{what}";

    public static string DataJob(int key) => $"{Data}/jobs/{key}";

    public static string DataJobStop(int key) => $"{DataJob(key)}/stop";

    public static string DataJobProblems(int key) => $"{DataJob(key)}/problems.csv";

    public static string DataLoadFault(string fault) => $"{DataLoad}?fault={fault}";

    /// <summary>The list of releases, with a word on what was done.</summary>
    public static string DataAfter(string done) => $"{Data}?done={done}";
}
