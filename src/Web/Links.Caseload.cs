namespace Trellis.Web;

/// <content>Addresses of customers. A customer is a random number in them, never a name.</content>
public static partial class Links
{
    public const string Caseload = "/caseload";
    public const string CaseloadNew = "/caseload/new";
    public const string CaseloadMake = "/caseload/new/save";
    public const string CaseloadLeave = "/caseload/leave";
    public const string CaseloadAssign = "/caseload/assign";
    public const string CaseloadAssignNow = "/caseload/assign/save";

    public const string AccountGuidance = "/account/guidance";
    public const string AccountGuidanceShare = "/account/guidance/share";
    public const string AccountGuidanceDelete = "/account/guidance/delete";

    /// <summary>Below the plan, so that the browser sends a guest's plan along.</summary>
    public const string PlanKeep = "/plan/keep";

    public static string Customer(Guid id) => $"{Caseload}/{id}";

    /// <summary>A page of a customer, or what a form does to one: "with", "consents", "notes", "tasks", "offer", "close".</summary>
    public static string Customer(Guid id, string what) => $"{Caseload}/{id}/{what}";

    /// <summary>What a form does to a consent, note or task of a customer.</summary>
    public static string CustomerItem(Guid id, string list, Guid item, string what) => $"{Caseload}/{id}/{list}/{item}/{what}";

    /// <summary>Takes a customer who waits, or answers an offer: "take", "accept" or "decline".</summary>
    public static string CaseloadAnswer(Guid id, string what) => $"{Caseload}/answer/{id}/{what}";

    public static string WithdrawConsent(Guid id) => $"{AccountGuidance}/{id}/withdraw";
}
