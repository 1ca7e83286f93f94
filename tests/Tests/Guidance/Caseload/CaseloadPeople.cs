using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>Customers for tests of the desk and of the group view, made by the editors of the product.</summary>
internal sealed record CaseloadPeople(Db Db, PersonalSeal Seal, Guid Adviser, DateTimeOffset Now)
{
    public const string Nurse = "29-1141.00", Assistant = "31-1131.00";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    private Change Change => new(Actor.WhoOf(Adviser), Now, "test", "a test");

    /// <summary>Somebody who was a nursing assistant for three years and wants to become a registered nurse, last heard of so many days ago.</summary>
    public async Task<Guid> MakeAsync(string name, int daysAgo = 0, int consentDays = 300, params string[] tags)
    {
        var actor = (await Actor.FindAsync(Db, Adviser, Stop))!;
        var id = await new CustomerEditor(Db, Seal).MakeAsync(actor, new(new(name, [.. tags]), ConsentWay.OnPaper, Today.AddDays(consentDays)), Change with { When = Now.AddDays(-daysAgo) }, Stop);
        var documents = new DocumentEditor(Db, Seal);
        var profile = Profile.Empty with { Jobs = [new("Nursing assistant", Assistant) { Months = 36, IsCurrent = true }] };
        Assert.True(await documents.SaveAsync(id, profile, 0, Change, Stop));
        Assert.True(await documents.SaveAsync(id, Plan.Empty with { Goal = new(Nurse, "Registered Nurses") }, 0, Change, Stop));
        return id;
    }

    public async Task StepAsync(Guid customer, string text, int inDays)
    {
        var documents = new DocumentEditor(Db, Seal);
        var kept = await documents.PlanAsync(customer, Stop);
        var plan = kept.Value.With(new PlanEntry(PlanEntryKind.Objective, text, PlanParty.Participant) { Due = Today.AddDays(inDays) }, Today);
        Assert.True(await documents.SaveAsync(customer, plan, kept.Revision, Change, Stop));
    }

    public Task TaskAsync(Guid customer, string text, int inDays) => new NoteEditor(Db, Seal).AddTaskAsync(customer, text, Today.AddDays(inDays), Change, Stop);
}
