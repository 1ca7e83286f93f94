namespace Trellis.Web;

/// <content>Addresses of routes, of ways to close gaps and of plans. None of them holds anything of a person's profile or plan.</content>
public static partial class Links
{
    public const string Routes = "/routes";
    public const string Close = "/close";
    public const string Plan = "/plan";
    public const string PlanPaper = "/plan/print";
    public const string PlanSummary = "/plan/print?part=summary";
    public const string PlanOpen = "/plan/open";
    public const string PlanFile = "/plan/trellis-plan.json";
    public const string PlanCalendar = "/plan/trellis-plan.ics";
    public const string PlanTour = "/plan/tour";

    // A page answers posts to its own address; forms go to ones beside it.
    public const string PlanGoal = "/plan/goal";
    public const string PlanPeople = "/plan/people";
    public const string PlanEntries = "/plan/entries";
    public const string PlanPrograms = "/plan/programs";
    public const string PlanMoney = "/plan/money";
    public const string PlanReassess = "/plan/reassess";
    public const string PlanSign = "/plan/sign";
    public const string PlanForget = "/plan/forget";

    public static string RoutesTo(string code) => $"{Routes}?to={code}";

    public static string CloseFor(string code) => $"{Close}?occupation={code}";

    public static string CloseForModel(string slug, int level) => $"{Close}?model={slug}&level={level}";

    public static string PlanFor(string code) => $"{Plan}?occupation={code}";

    /// <summary>One of a list of the plan, and what is done with it.</summary>
    public static string PlanItem(string list, int place, string what) => $"{list}/{place}/{what}";
}
