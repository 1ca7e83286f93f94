using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>The provider of CASE 1.1 and 1.0: twelve operations each, for anybody, and the description of 1.1.</summary>
public static class CaseApi
{
    public const string Root = "/ims/case";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Whether a request asks for something else. What CASE answers is the same in every language.</summary>
    public static bool IsElsewhere(HttpContext http) => !http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public static void AddCase(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<CasePackages>();
        services.AddSingleton<CaseShelves>();
        services.AddSingleton<CaseLookup>();
    }

    public static void MapCase(this WebApplication app)
    {
        var door = new CaseDoor(app.Services);
        foreach (var edition in CaseEdition.All)
        {
            var group = app.MapGroup(edition.Path).AllowAnonymous();
            // They are for anybody, answer what goes wrong themselves and set their own headers: nothing that pages need stands before them.
            group.ShortCircuit();
            foreach (var operation in CaseOperation.All)
                group.MapMethods(operation.Path, Methods, door.Answering(operation, edition)).WithMetadata(operation, edition);
        }
        app.MapMethods(CaseEdition.V1p1.Path + CaseDescription.Path, Methods, door.Describe).AllowAnonymous().ShortCircuit();
        // Whether another site may ask, a browser asks here.
        app.Map(Root + "/{**rest}", door.RefuseAsync).AllowAnonymous().RequireCors(PublicReads.Policy);
    }
}
