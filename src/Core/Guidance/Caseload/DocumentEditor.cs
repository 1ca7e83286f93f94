using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>A document of a customer as it is now, with the revision that who changes it must name; 0 where nothing was saved yet.</summary>
public sealed record Kept<T>(T Value, int Revision);

/// <summary>
/// Reads and saves the profile and the plan of a customer. Who saves names the revision that was read: where another window or person was
/// faster, nothing is saved and the caller is told.
/// </summary>
public sealed class DocumentEditor(Db db, PersonalSeal seal)
{
    public async Task<Kept<Profile>> ProfileAsync(Guid customer, CancellationToken stop = default) =>
        await CurrentAsync(customer, DocumentKind.Profile, stop) is { } found ? new(Read(found, ProfileReader.Read), found.Revision) : new(Profile.Empty, 0);

    public async Task<Kept<Plan>> PlanAsync(Guid customer, CancellationToken stop = default) =>
        await CurrentAsync(customer, DocumentKind.Plan, stop) is { } found ? new(Read(found, PlanReader.Read), found.Revision) : new(Plan.Empty, 0);

    /// <summary>The plan as it was when each of its versions ended, the oldest first, and last as it is now.</summary>
    public async Task<List<Plan>> PlansAsync(Guid customer, CancellationToken stop = default) =>
        [.. (await db.CustomerDocuments.Where(d => d.CustomerId == customer && d.Kind == DocumentKind.Plan).OrderBy(d => d.Revision).ToListAsync(stop)).Select(d => Read(d, PlanReader.Read))];

    public Task<bool> SaveAsync(Guid customer, Profile profile, int revision, Change change, CancellationToken stop = default) =>
        SaveAsync(New(customer, DocumentKind.Profile, 1, ProfileJson.Write(profile, indented: false)), revision, change, stop);

    public Task<bool> SaveAsync(Guid customer, Plan plan, int revision, Change change, CancellationToken stop = default) =>
        SaveAsync(New(customer, DocumentKind.Plan, plan.Version, PlanJson.Write(plan, indented: false)) with { NextDue = plan.NextDue }, revision, change, stop);

    /// <summary>Forgets a document with all its versions.</summary>
    public async Task ForgetAsync(Guid customer, DocumentKind kind, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        await db.CustomerDocuments.Where(d => d.CustomerId == customer && d.Kind == kind).ExecuteDeleteAsync(stop);
        await write.CommitAsync(AuditEntry.Of(change, $"customer {Name(kind)} forget", Customer.SubjectOf(customer), null, null), stop);
    }

    private async Task<bool> SaveAsync(Unsaved document, int revision, Change change, CancellationToken stop)
    {
        var (customer, kind) = (document.CustomerId, document.Kind);
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        var last = await db.CustomerDocuments.Where(d => d.CustomerId == customer && d.Kind == kind).OrderByDescending(d => d.Revision)
            .Select(d => new { d.Revision, d.Version }).FirstOrDefaultAsync(stop);
        if ((last?.Revision ?? 0) != revision)
            return false;
        if (last?.Version == document.Version)
            await db.CustomerDocuments.Where(d => d.CustomerId == customer && d.Kind == kind && d.Revision == revision).ExecuteDeleteAsync(stop);
        db.Add(new CustomerDocument
        {
            CustomerId = customer,
            Kind = kind,
            Revision = revision + 1,
            Version = document.Version,
            Content = document.Sealed,
            NextDue = document.NextDue,
            At = change.When,
            Who = change.Who,
        });
        var after = JsonSerializer.Serialize(new { revision = revision + 1, version = document.Version }, TextJson.Options);
        await write.CommitAsync(AuditEntry.Of(change, $"customer {Name(kind)}", Customer.SubjectOf(customer), null, after), stop);
        return true;
    }

    private sealed record Unsaved(Guid CustomerId, DocumentKind Kind, int Version, string Sealed)
    {
        public DateOnly? NextDue { get; init; }
    }

    private Unsaved New(Guid customer, DocumentKind kind, int version, byte[] json) => new(customer, kind, version, seal.Seal(Utf8.Strict.GetString(json)));

    private Task<CustomerDocument?> CurrentAsync(Guid customer, DocumentKind kind, CancellationToken stop) =>
        db.CustomerDocuments.Where(d => d.CustomerId == customer && d.Kind == kind).OrderByDescending(d => d.Revision).FirstOrDefaultAsync(stop);

    // What is wrong with a document would quote it, and a log keeps what it is told: the reason goes no further.
    private T Read<T>(CustomerDocument document, Func<ReadOnlyMemory<byte>, T> read)
        where T : class => Readable(document, read)
            ?? throw new InvalidDataException($"The stored {Name(document.Kind)} of {Customer.SubjectOf(document.CustomerId)} cannot be read.");

    private T? Readable<T>(CustomerDocument document, Func<ReadOnlyMemory<byte>, T> read)
        where T : class
    {
        try
        {
            return read(Utf8.Strict.GetBytes(seal.Open(document.Content)));
        }
        catch (UnusableInputException)
        {
            return null;
        }
    }

    private static string Name(DocumentKind kind) => kind == DocumentKind.Profile ? "profile" : "plan";
}
