using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Caseload.Groups;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Starter;

namespace Trellis.Benchmarks;

/// <summary>
/// The desk of an adviser with five hundred sealed customers, of whom a tenth have something to do today, and the same customers together; over SQLite
/// with the starter set. Goal of the desk: 50 ms.
/// </summary>
public static class DeskBenchmark
{
    private const int Customers = 500, Rounds = 60;

    private static readonly DateTimeOffset Now = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);

    private static readonly string[] Goals = ["29-1141.00", "29-2061.00", "51-9161.00", "15-1232.00", "47-2111.00", "53-3032.00", "43-4051.00", "35-1011.00"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("trellis-desk-").FullName;
        var protector = DataProtectionProvider.Create(new DirectoryInfo(folder)).CreateProtector("benchmark");
        var seal = new PersonalSeal(protector.Protect, protector.Unprotect);
        var source = new DbSource(Engine.For(new(folder, null)));
        var actor = new Actor(Guid.NewGuid(), "Adviser", new HashSet<Role> { Role.CareerAdviser });
        await using (var db = source.Open())
        {
            await Migrator.MigrateAsync(db, TimeProvider.System);
            await StarterSet.LoadAsync(db, "data", TimeProvider.System);
            db.Add(new Person { Id = actor.Id, Name = actor.Name, State = PersonState.Active, SecurityStamp = "s", MadeAt = Now });
            await db.SaveChangesAsync();
            var ids = Enumerable.Range(0, Customers).Select(_ => Guid.NewGuid()).ToList();
            db.AddRange(ids.Select((id, number) => Customer(seal, actor.Id, (id, number))));
            await db.SaveChangesAsync();
            db.AddRange(ids.SelectMany((id, number) => Parts(seal, id, number)));
            await db.SaveChangesAsync();
        }
        using var tables = new SkillTables(source, TimeProvider.System);
        var (desk, group) = (new Timings(), new Timings());
        for (var round = 0; round < Rounds; round++)
        {
            await using var db = source.Open();
            await desk.RunAsync(() => DeskRead.ReadAsync(db, seal, actor, new(), Now));
            if (round % 6 == 0)
                await group.RunAsync(async () => await new GroupReading(db, seal, await tables.CurrentAsync(db)).ReadAsync(actor, new(), Now));
        }
        Console.Out.Write($"ms of {Customers} customers      runs       p50       p95       p99       max\ndesk (goal <= 50)        {desk.Row}\nall customers together   {group.Row}\n");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static Customer Customer(PersonalSeal seal, Guid adviser, (Guid Id, int Number) one) => new()
    {
        Id = one.Id,
        AdviserId = adviser,
        Card = seal.SealCard(new($"Customer {one.Number}", ["tag" + one.Number % 7])),
        MadeAt = Now.AddDays(-100),
        ContactAt = Now.AddDays(-one.Number % 45),
    };

    private static IEnumerable<object> Parts(PersonalSeal seal, Guid id, int number)
    {
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        yield return new CustomerConsent { Id = Guid.NewGuid(), CustomerId = id, Purpose = ConsentPurpose.Guidance, Way = ConsentWay.OnPaper, GivenAt = Now, GivenBy = "b", Until = today.AddDays(20 + number % 300) };
        yield return new CustomerTask { Id = Guid.NewGuid(), CustomerId = id, Text = seal.Seal("Call " + number), Due = today.AddDays(number % 20), MadeAt = Now, Who = "b" };
        var profile = Profile.Empty with { Jobs = [new("Assistant", "31-1131.00") { Months = 30 }], Ratings = [new("2.A.1.a", number % 5), new("2.A.1.b", (number + 2) % 5)] };
        var plan = Plan.Empty with
        {
            Goal = new(Goals[number % Goals.Length], "A goal"),
            Entries = [.. Enumerable.Range(0, 6).Select(e => new PlanEntry(PlanEntryKind.Objective, "Step " + e, PlanParty.Participant) { Due = today.AddDays(number % 10 * 3 + e) })],
        };
        yield return Document(DocumentKind.Profile, ProfileJson.Write(profile, indented: false), null);
        yield return Document(DocumentKind.Plan, PlanJson.Write(plan, indented: false), plan.NextDue);

        CustomerDocument Document(DocumentKind kind, byte[] json, DateOnly? due) =>
            new() { CustomerId = id, Kind = kind, Revision = 1, Version = 1, Content = seal.Seal(Utf8.Strict.GetString(json)), NextDue = due, At = Now, Who = "b" };
    }
}
