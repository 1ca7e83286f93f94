using System.Text.Json;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>trellis user …</summary>
public sealed class UserCommandTests
{
    [Fact]
    public async Task Users_ByTheCommandLine_AreMadeChangedAndRetired()
    {
        using var cli = new TestCli();

        var added = await cli.RunAsync("user", "add", "Ana Rivera", "--email", "ana@example.org", "--role", "administrator", "board-staff", "--url", "https://trellis.example.org/", "--json");
        Assert.Equal(0, added.ExitCode);
        Assert.Matches("^https://trellis\\.example\\.org/account/link/[A-Za-z0-9_-]{43}$", added.Json.GetProperty("link").GetString());
        Assert.Contains("works once", added.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await cli.RunAsync("user", "add", "Bo Lind", "--email", "bo@example.org", "--role", "reader")).ExitCode);
        Assert.Equal(0, (await cli.RunAsync("user", "role", "BO@example.org", "--role", "career-adviser")).ExitCode);

        var again = await cli.RunAsync("user", "add", "Bo", "--email", "Bo@Example.org", "--role", "reader");
        Assert.Equal((3, "email: There is an account with this e-mail address."), (again.ExitCode, again.Errors.Trim()));
        var wrong = await cli.RunAsync("user", "role", "bo@example.org", "--role", "king");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("There is no role 'king'. There are: administrator, board-staff", wrong.Errors, StringComparison.Ordinal);

        var link = await cli.RunAsync("user", "link", "bo@example.org", "--json");
        Assert.StartsWith("http://localhost:5080/account/link/", link.Json.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await cli.RunAsync("user", "disable", "bo@example.org")).ExitCode);
        Assert.Equal(1, (await cli.RunAsync("user", "link", "bo@example.org")).ExitCode);

        var list = (await cli.RunAsync("user", "list", "--json")).Json.EnumerateArray().ToList();
        Assert.Equal(["Ana Rivera invited", "Bo Lind disabled"], list.Select(p => $"{p.GetProperty("name").GetString()} {p.GetProperty("state").GetString()}"));
        Assert.Equal(["career-adviser"], list[1].GetProperty("roles").EnumerateArray().Select(r => r.GetString()));

        Assert.Equal(1, (await cli.RunAsync("user", "retire")).ExitCode);
        Assert.Equal(JsonValueKind.Array, (await cli.RunAsync("user", "retire", "--older-than", "12", "--json")).Json.GetProperty("retired").ValueKind);
        Assert.Equal(0, (await cli.RunAsync("user", "retire", "bo@example.org")).ExitCode);
        Assert.Single((await cli.RunAsync("user", "list", "--json")).Json.EnumerateArray());
    }
}
