namespace Trellis.Web;

/// <content>Addresses of an adviser's desk and of the group view. Neither holds a name, nor a word of an adviser.</content>
public static partial class Links
{
    /// <summary>Opens the invented customer of the tour, in a demonstration.</summary>
    public const string PlanTourStart = "/plan/tour/start";

    public const string Arrive = "/account/arrive";
    public const string CaseloadDesk = "/caseload/desk";
    public const string CaseloadGroup = "/caseload/group";

    /// <summary>The customers of whom one thing is to be seen to: "quiet", "due" or "ending".</summary>
    public static string CaseloadOnly(string what) => $"{Caseload}?only={what}";

    /// <summary>A list of the group view as a file: "skills", "goals" or "programs".</summary>
    public static string GroupFile(string list, string ending, Core.Guidance.Caseload.Groups.GroupChoice choice) =>
        $"{CaseloadGroup}.{ending}?list={list}" + (choice.Tag is { } tag ? $"&tag={tag:D}" : "") + (choice.Goal is { } goal ? $"&goal={goal}" : "") + (choice.WithTeam ? "&team=yes" : "");
}
