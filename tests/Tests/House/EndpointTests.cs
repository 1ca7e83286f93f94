using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.House;

/// <summary>Every address of the running program names a permission or says that it is public.</summary>
public sealed class EndpointTests(TestApp app)
{
    [Fact]
    public void Endpoints_OfTheRunningProgram_NameAPermissionOrArePublic()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var served = endpoints.Where(e => !IsStaticFile(e) && !IsOfTheFramework(e)).ToList();

        Assert.True(served.Count > 5, $"Only {served.Count} endpoints were found.");
        Assert.Contains(served, e => e.RoutePattern.RawText == "/models");
        Assert.Empty(served.Where(e => !IsPublic(e) && !NamesPermission(e)).Select(e => e.DisplayName));
        Assert.Empty(served.Where(e => IsPublic(e) && NamesPermission(e)).Select(e => e.DisplayName));
    }

    [Fact]
    public void Check_OfAnEndpointThatSaysNothing_Fails()
    {
        var silent = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/x"), 0, null, "x");
        var vague = new RouteEndpoint(
            _ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/y"), 0, new(new AuthorizeAttribute()), "y");

        Assert.False(IsStaticFile(silent) || IsOfTheFramework(silent) || IsPublic(silent) || NamesPermission(silent));
        Assert.False(IsPublic(vague) || NamesPermission(vague));
    }

    /// <summary>Files of wwwroot: read only, the same for everybody. Those added since the build are served in development only.</summary>
    private static bool IsStaticFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}";

    /// <summary>What Razor components map for themselves; none of it reads data.</summary>
    private static bool IsOfTheFramework(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.TrimStart('/') is "_framework/opaque-redirect" or "_framework/blazor.web.js" or "_framework/blazor.server.js";

    private static bool IsPublic(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool NamesPermission(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => Enum.TryParse<Permission>(a.Policy, out _));
}
