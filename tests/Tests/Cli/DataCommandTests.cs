using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Cli;

public sealed class DataCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Import_TwoReleases_AreListedRestoredAndDropped()
    {
        var first = _cli.Write("first.zip", TestRelease.Onet("1.0", ["Bakers", "Millers"]));
        var second = _cli.Write("second.zip", TestRelease.Onet("1.1", ["Bakers"]));

        var loaded = await _cli.RunAsync("data", "import", "onet", first, "--json");
        Assert.True(loaded.ExitCode == 0, loaded.Output + loaded.Errors);
        Assert.Equal("loaded", loaded.Json.GetProperty("outcome").GetString());
        Assert.Equal("1.0", loaded.Json.GetProperty("release").GetProperty("release").GetString());
        Assert.Contains("Loading first.zip", loaded.Errors, StringComparison.Ordinal);
        var again = await _cli.RunAsync("data", "import", "onet", first, "--json");
        Assert.Equal("unchanged", again.Json.GetProperty("outcome").GetString());
        await _cli.RunAsync("data", "import", "onet", second);

        var status = (await StatusAsync()).FindAll(r => !r.GetProperty("starter").GetBoolean());
        Assert.Equal([("1.1", "current"), ("1.0", "former")], status.Select(r => (r.GetProperty("release").GetString()!, r.GetProperty("state").GetString()!)));
        Assert.All(status, r => Assert.True(r.GetProperty("rows").GetInt32() > 0 && r.GetProperty("loadedBy").GetString()!.Length > 0));

        var former = status[1].GetProperty("key").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var restored = await _cli.RunAsync("data", "restore", former, "--json");
        Assert.Equal("1.0", restored.Json.GetProperty("current").GetProperty("release").GetString());
        Assert.Equal(1, (await _cli.RunAsync("data", "restore", former)).ExitCode);
        var dropped = await _cli.RunAsync("data", "drop", former);
        Assert.Equal(0, dropped.ExitCode);
        Assert.Contains("Current is now O*NET 1.1 Database", dropped.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(await StatusAsync(), r => r.GetProperty("release").GetString() == "1.0");
    }

    [Fact]
    public async Task Import_RowsThatCannotBeTaken_AreTwoAndSayWhere()
    {
        var file = _cli.Write("faulty.zip", TestRelease.Zip(
            ("Read Me.txt", "O*NET 1.0 Database\n"),
            ("Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\r\n11-1011.00\tBakers\tBake.\r\nnonsense\tMillers\tMill.\r\n")));

        var run = await _cli.RunAsync("data", "import", "onet", file, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(1, run.Json.GetProperty("rejected").GetInt32());
        Assert.Contains("row 3", run.Json.GetProperty("problems").EnumerateArray().First(p => p.GetProperty("severity").GetString() == "rejected").GetProperty("where").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_BrokenOrMissingFile_IsThreeAndKeepsWhatWasThere()
    {
        var before = await StatusAsync();
        var cut = _cli.Write("cut.zip", TestRelease.Onet("1.0", ["Bakers"])[..^40]);

        foreach (var file in new[] { cut, Path.Combine(_cli.Folder, "absent.zip") })
        {
            var run = await _cli.RunAsync("data", "import", "onet", file, "--json");
            Assert.Equal(3, run.ExitCode);
            Assert.Equal("refused", run.Json.GetProperty("outcome").GetString());
            Assert.NotEmpty(run.Json.GetProperty("problems").EnumerateArray());
            Assert.DoesNotContain("   at ", run.Errors + run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(before.Count, (await StatusAsync()).Count);
    }

    [Theory]
    [InlineData("no kind of data", "data", "import", "weather", "x.zip")]
    [InlineData("no mapping", "data", "import", "onet", "x.zip", "--mapping", "nobody")]
    [InlineData("no release with the key", "data", "restore", "999")]
    [InlineData("no release with the key", "data", "drop", "999")]
    [InlineData("Nothing is fetched", "data", "fetch", "weather")]
    [InlineData("no release '1.5'", "data", "fetch", "onet", "--release", "1.5")]
    public async Task UnknownNames_AreWrongUsage(string said, params string[] arguments)
    {
        var run = await _cli.RunAsync(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Kinds_NameTheirFilesAndWhatCanBeFetched()
    {
        var run = await _cli.RunAsync("data", "kinds", "--json");

        Assert.Equal(0, run.ExitCode);
        var onet = Assert.Single(run.Json.EnumerateArray(), k => k.GetProperty("kind").GetString() == "onet");
        Assert.Contains("ZIP", onet.GetProperty("accepts").GetString(), StringComparison.Ordinal);
        Assert.Contains("30.2", onet.GetProperty("editions").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public async Task Fetch_FromAPublisher_LoadsWhatItDownloaded()
    {
        var release = TestRelease.Onet("30.2", ["Bakers"]);
        await using var publisher = await TestServer.StartAsync(async http =>
        {
            if (http.Request.Path == "/dl_files/database/db_30_2_text.zip")
                await http.Response.Body.WriteAsync(release);
            else
                http.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        _cli.Settings["TRELLIS_FETCH_MIRROR"] = publisher.Address.ToString();

        var run = await _cli.RunAsync("data", "fetch", "onet", "--release", "30.2", "--json");
        var gone = await _cli.RunAsync("data", "fetch", "onet", "--release", "30.3");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal("loaded", run.Json.GetProperty("outcome").GetString());
        Assert.Contains("Downloading db_30_2_text.zip", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_cli.Folder, "data", "downloads")));
        Assert.Equal(3, gone.ExitCode);
        Assert.Contains("has no file at", gone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_WithoutNetwork_SaysSoAndWhatElseToDo()
    {
        _cli.Settings["TRELLIS_FETCH_MIRROR"] = "http://127.0.0.1:9/";

        var run = await _cli.RunAsync("data", "fetch", "onet", "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("cannot be reached from here", run.Json.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private async Task<List<JsonElement>> StatusAsync() => [.. (await _cli.RunAsync("data", "status", "--json")).Json.EnumerateArray()];
}
