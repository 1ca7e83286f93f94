using Microsoft.AspNetCore.DataProtection;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Planning;
using WorkPlan = Trellis.Core.Guidance.Planning.Plan;

namespace Trellis.Web.Pages.Plan;

/// <summary>
/// The plan of a person without an account: sealed in their own browser, which sends it to the pages of the plan alone, so that it has room
/// beside the profile: docs/decisions/0013-plans.md. The server stores nothing of it. Together with a full profile it stays below what servers
/// take; most proxies take a usual profile and a full plan.
/// </summary>
public sealed class GuestPlan(IDataProtectionProvider protection)
{
    private readonly SealedCookie _cookie = new(protection, new("trellis-plan", "Trellis.GuestPlan.v1", Links.Plan, MostBytes: 128 * 1024));

    /// <summary>The visitor's plan; an empty one where there is none, or where it can no longer be read.</summary>
    public WorkPlan Read(HttpContext http)
    {
        try
        {
            return _cookie.Read(http) is { } bytes ? PlanReader.Read(bytes) : WorkPlan.Empty;
        }
        catch (UnusableInputException)
        {
            return WorkPlan.Empty;
        }
    }

    /// <summary>Hands the plan to the browser; false, and nothing changes, where it is larger than a browser keeps.</summary>
    public bool Write(HttpContext http, WorkPlan plan) => _cookie.Write(http, PlanJson.Write(plan, indented: false));

    public void Forget(HttpContext http) => _cookie.Forget(http);
}
