using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>A customer who does not exist, for a demonstration. Days are counted from its start, before it with a minus.</summary>
/// <param name="Key">The word by which the customer is made once, and found by the tour.</param>
public sealed record DemoCustomer(string Key, CustomerCard Card)
{
    public const string OfTheTour = "rosa";

    public Guid Id => IdOf(Key);
    public int Begun { get; init; }
    public int Contact { get; init; }
    public int ConsentDays { get; init; }
    public Profile Profile { get; init; } = Profile.Empty;

    /// <summary>The goal of the plan, O*NET-SOC; null where there is none yet.</summary>
    public string? Goal { get; init; }
    public IReadOnlyList<PlanEntry> Steps { get; init; } = [];
    public IReadOnlyList<(string Text, DateOnly Due)> Tasks { get; init; } = [];
    public IReadOnlyList<(NoteKind Kind, string Text, int Day)> Notes { get; init; } = [];

    public static Guid IdOf(string key) => DemoPeople.IdOf("customer " + key);
}

/// <summary>Gives the invented adviser of a demonstration invented customers.</summary>
public sealed class DemoCustomers(Db db, PersonalSeal seal, LoadedSkills skills)
{
    /// <summary>Makes those who are not there yet; who was deleted by a visitor comes back with the next start.</summary>
    public async Task LoadAsync(IEnumerable<DemoCustomer> customers, DateTimeOffset now, CancellationToken stop = default)
    {
        var adviser = DemoPeople.IdOf("adviser");
        // Sealing may have to store a key first, which a transaction of ours would keep from being written.
        var made = customers.Select(c => (Customer: Card(c, now), Parts: Parts(c, now).ToList())).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Engine.LockAsync(db, "people", stop);
        var there = await db.Customers.Where(c => c.AdviserId == adviser).Select(c => c.Id).ToListAsync(stop);
        foreach (var (customer, parts) in made.Where(m => !there.Contains(m.Customer.Id)))
        {
            db.Add(customer);
            await db.SaveChangesAsync(stop);
            db.AddRange(parts);
            db.Add(AuditEntry.Of(new("Trellis", now, "start", "Demonstration"), "customer demo", customer.Subject, null, null));
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private Customer Card(DemoCustomer customer, DateTimeOffset now) => new()
    {
        Id = customer.Id,
        AdviserId = DemoPeople.IdOf("adviser"),
        Card = seal.SealCard(customer.Card),
        MadeAt = now.AddDays(customer.Begun),
        ContactAt = now.AddDays(customer.Contact),
    };

    private IEnumerable<object> Parts(DemoCustomer customer, DateTimeOffset now)
    {
        var (id, adviser) = (customer.Id, DemoPeople.IdOf("adviser"));
        var begun = new Change(Actor.WhoOf(adviser), now.AddDays(customer.Begun), "start", "Demonstration");
        yield return ConsentEditor.New(new(id, ConsentPurpose.Guidance, ConsentWay.OnPaper, Day(now).AddDays(customer.ConsentDays)), begun);
        yield return AssignmentEditor.New(id, null, adviser, begun);
        foreach (var (text, due) in customer.Tasks)
            yield return new CustomerTask { Id = Guid.NewGuid(), CustomerId = id, Text = seal.Seal(text), Due = due, MadeAt = begun.When, Who = begun.Who };
        foreach (var (kind, text, day) in customer.Notes)
            yield return new CustomerNote { Id = Guid.NewGuid(), CustomerId = id, Kind = kind, Text = seal.Seal(text), At = now.AddDays(day), Who = begun.Who };
        if (!customer.Profile.IsEmpty)
            yield return Document(new(id, begun) { Json = ProfileJson.Write(customer.Profile, indented: false) });
        if (customer.Goal is { } goal && Plan(customer, goal, now) is { } plan)
            yield return Document(new(id, begun) { Kind = DocumentKind.Plan, Json = PlanJson.Write(plan, indented: false), NextDue = plan.NextDue });
    }

    private sealed record Unsealed(Guid Customer, Change Begun)
    {
        public DocumentKind Kind { get; init; } = DocumentKind.Profile;
        public required byte[] Json { get; init; }
        public DateOnly? NextDue { get; init; }
    }

    private CustomerDocument Document(Unsealed document) => new()
    {
        CustomerId = document.Customer,
        Kind = document.Kind,
        Revision = 1,
        Version = 1,
        Content = seal.Seal(Utf8.Strict.GetString(document.Json)),
        NextDue = document.NextDue,
        At = document.Begun.When,
        Who = document.Begun.Who,
    };

    /// <summary>With how the customer stood at the beginning, by the jobs alone, and stands with what was rated since; null where the goal has no ratings.</summary>
    private Plan? Plan(DemoCustomer customer, string goal, DateTimeOffset now)
    {
        if (skills.Release is not { } release || Requirements.OfOccupation(skills.Table, goal, g => LanguageText.Of("en", g.ToString())) is not { } asked)
            return null;
        var snapshots = new[] { (Day: customer.Begun, Profile: customer.Profile with { Ratings = [] }), (Day: customer.Contact, customer.Profile) }
            .Take(customer.Profile.Ratings.IsEmpty ? 1 : 2)
            .Select(s => GapSnapshot.Of(Gap(asked, s.Profile, now), Day(now).AddDays(s.Day), $"{release.Title}, {release.Edition}"));
        return Planning.Plan.Empty with { Participant = customer.Card.Name, Adviser = DemoPeople.All[0].Name, Goal = new(goal, asked.Title.In("en")), Gaps = [.. snapshots], Entries = [.. customer.Steps] };
    }

    private GapAnalysis Gap(Requirements asked, Profile profile, DateTimeOffset now)
    {
        var person = PersonSkills.Of(skills.Table, profile, now.Year);
        return GapAnalysis.Of(asked.Items, r => asked.LevelOf(r, profile, person));
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
