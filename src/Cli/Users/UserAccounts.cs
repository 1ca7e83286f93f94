using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Cli.Users;

/// <summary>What the commands about accounts have in common: how a person and a role are named, and how a link is told.</summary>
internal static class UserAccounts
{
    public static Argument<string> WhoArgument() => new("who") { Description = "The e-mail address of the account, or its identifier." };

    public static Option<string[]> RoleOption(bool required) => new("--role")
    {
        Description = "What the person is: " + string.Join(", ", RoleWords) + ". May be given several times.",
        AllowMultipleArgumentsPerToken = true,
        Required = required,
    };

    public static readonly Option<string> UrlOption = new("--url")
    {
        Description = "The address at which people reach Trellis, for links (default TRELLIS_PUBLIC_URL, TRELLIS_URLS or http://localhost:5080).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TRELLIS_PUBLIC_URL") ?? Environment.GetEnvironmentVariable("TRELLIS_URLS") ?? "http://localhost:5080",
    };

    private static IEnumerable<string> RoleWords => Enum.GetValues<Role>().Select(Word);

    public static string Word(Role role) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    public static IReadOnlyList<Role> Roles(string[] words) => [.. words.Select(word =>
        Enum.GetValues<Role>().Where(r => Word(r) == word || string.Equals(r.ToString(), word, StringComparison.OrdinalIgnoreCase)).Select(r => (Role?)r).FirstOrDefault()
        ?? throw new UsageException($"There is no role '{word}'. There are: {string.Join(", ", RoleWords)}."))];

    public static async Task<Person> FindAsync(Db db, string who, CancellationToken stop)
    {
        var key = Person.KeyOf(who);
        var id = Guid.TryParse(who, out var given) ? given : Guid.Empty;
        return await db.People.FirstOrDefaultAsync(p => p.State != PersonState.Retired && (p.EmailKey == key || p.Id == id), stop)
            ?? throw new UsageException($"There is no account '{who}'. 'trellis user list' names those there are.");
    }

    /// <summary>A new one-time link of the person, as its whole address.</summary>
    public static async Task<string> LinkAsync(Db db, Person person, ParseResult parse, Change change, CancellationToken stop)
    {
        var token = await new OneTimeLinks(db).MakeAsync(person.Id, change, stop);
        return $"{parse.GetValue(UrlOption)!.Split(';')[0].TrimEnd('/')}/account/link/{token}";
    }
}
