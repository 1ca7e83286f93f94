using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Keeping;

namespace Trellis.Web.Pages.Plan;

/// <summary>Begins the tour of a demonstration: signs in as its adviser and opens the customer whom the tour is about.</summary>
public static class TourForms
{
    public static void MapTourForms(this WebApplication app) => app.MapPost(Links.PlanTourStart, StartAsync).AllowAnonymous().RequireRateLimiting(SignInRate.Policy);

    private static async Task<IResult> StartAsync(HttpContext http, DemoMode demo, Db db, WithCustomer with)
    {
        if (!demo.IsOn || !LocalSteward.IsAtTheMachine(http))
            return Results.NotFound();
        var (adviser, customer) = (DemoPeople.IdOf("adviser"), DemoCustomer.IdOf(DemoCustomer.OfTheTour));
        // A visitor before may have deleted her, or given her to somebody else.
        if (await SentForm.ReadAsync(http) is null || !await db.Customers.AnyAsync(c => c.Id == customer && c.AdviserId == adviser, http.RequestAborted))
            return Results.Redirect(Links.PlanTour);
        if (Visitor.Actor(http)?.Id != adviser)
        {
            // The customer is remembered for this session, which the request itself does not have yet.
            http.User = await SessionCookie.PrincipalAsync(http, adviser, "Demonstration");
            await http.SignInAsync(SessionCookie.Scheme, http.User);
        }
        with.Write(http, customer);
        return Results.Redirect(Links.Customer(customer));
    }
}
