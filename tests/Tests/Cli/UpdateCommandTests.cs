using System.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Cli;

public sealed class UpdateCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Update_OfAnExportedModel_IsShownFirstAndSavedWhenAsked()
    {
        var csv = Path.Combine(_cli.Folder, "m.csv");
        Assert.Equal(0, (await _cli.RunAsync("model", "export", "building-blocks", "--format", "csv", "-o", csv)).ExitCode);
        Assert.Equal(0, (await _cli.RunAsync("model", "export", "building-blocks", "--format", "xlsx", "-o", csv + ".xlsx")).ExitCode);
        var text = await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(csv, text.Replace("Personal effectiveness", "Personal strength", StringComparison.OrdinalIgnoreCase), Encoding.UTF8, TestContext.Current.CancellationToken);

        var same = await _cli.RunAsync("model", "update", "building-blocks", csv + ".xlsx", "--json");
        var planned = await _cli.RunAsync("model", "update", "building-blocks", csv, "--json");
        var applied = await _cli.RunAsync("model", "update", "building-blocks", csv, "--apply", "--reason", "Plainer", "--json");
        var again = await _cli.RunAsync("model", "update", "building-blocks", csv, "--json");

        Assert.Equal(("unchanged", 0), (same.Json.GetProperty("outcome").GetString(), same.Json.GetProperty("changes").GetArrayLength()));
        Assert.Equal("planned", planned.Json.GetProperty("outcome").GetString());
        Assert.True(planned.Json.GetProperty("counts").GetProperty("reworded").GetInt32() > 0);
        Assert.Equal("newversion", applied.Json.GetProperty("outcome").GetString());
        Assert.NotEqual(planned.Json.GetProperty("version").GetString(), applied.Json.GetProperty("version").GetString());
        Assert.Equal("unchanged", again.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Import_WithAMapping_ReadsTheTableByIt()
    {
        var table = _cli.Write("shop.csv", "Was,Satz\r\nWelds,Strikes an arc\r\n,Grinds edges\r\n");
        var mapping = _cli.Write("shop.yaml", "title: Shop skills\ncolumns:\n  Was: group\n  Satz: text\n");

        var loaded = await _cli.RunAsync("model", "import", table, "--mapping", mapping, "--json");
        var none = await _cli.RunAsync("model", "import", table, "--mapping", mapping + ".no");
        var moodle = await _cli.RunAsync("model", "export", "shop-skills", "--format", "moodle");

        Assert.Equal(("added", "shop-skills"), (loaded.Json.GetProperty("outcome").GetString(), loaded.Json.GetProperty("framework").GetString()));
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("\"None,Little,Working,Fairly knowledgeable,Expert\"", moodle.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();
}
