using Microsoft.AspNetCore.Http;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>A web program of its own, as loading releases changes what every page of it shows, with a publisher on this machine.</summary>
public sealed class DataApp : IAsyncLifetime
{
    private TestServer _publisher = null!;

    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _publisher = await TestServer.StartAsync(AnswerAsync);
        App = new Configured(_publisher.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _publisher.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/dl_files/database/db_30_2_text.zip")
            await http.Response.Body.WriteAsync(TestRelease.Onet("30.2", ["Bakers"]));
        else
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private sealed class Configured(Uri publisher) : TestApp(new Dictionary<string, string> { ["TRELLIS_FETCH_MIRROR"] = publisher.ToString() });
}
