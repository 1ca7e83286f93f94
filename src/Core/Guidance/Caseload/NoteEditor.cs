using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>Writes notes and tasks of a customer.</summary>
public sealed class NoteEditor(Db db, PersonalSeal seal)
{
    public async Task AddAsync(Guid customer, NoteKind kind, string? text, Change change, CancellationToken stop = default)
    {
        var note = new CustomerNote
        {
            Id = Guid.NewGuid(),
            CustomerId = customer,
            Kind = kind,
            Text = seal.Seal(CustomerProblems.Text(text, CustomerNote.LongestText, "note-text", "Write a note of 1 to {0} characters.")),
            At = change.When,
            Who = change.Who,
        };
        DateTimeOffset? at = change.When;
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        db.Add(note);
        if (kind is NoteKind.Meeting or NoteKind.Call or NoteKind.Message)
            await db.Customers.Where(c => c.Id == customer).ExecuteUpdateAsync(c => c.SetProperty(x => x.ContactAt, at), stop);
        await write.CommitAsync(AuditEntry.Of(change, "customer note", Customer.SubjectOf(customer), null, JsonSerializer.Serialize(new { kind = kind.ToString() }, TextJson.Options)), stop);
    }

    /// <summary>Puts a note above the others, or back among them; false where there is none such.</summary>
    public Task<bool> PinAsync(Guid customer, Guid note, bool isPinned, Change change, CancellationToken stop = default) => WriteAsync(customer, "customer note pin", change,
        () => db.CustomerNotes.Where(n => n.CustomerId == customer && n.Id == note).ExecuteUpdateAsync(n => n.SetProperty(x => x.IsPinned, isPinned), stop), stop);

    /// <summary>Removes a note; false where there is none such.</summary>
    public Task<bool> RemoveAsync(Guid customer, Guid note, Change change, CancellationToken stop = default) => WriteAsync(customer, "customer note remove", change,
        () => db.CustomerNotes.Where(n => n.CustomerId == customer && n.Id == note).ExecuteDeleteAsync(stop), stop);

    public async Task AddTaskAsync(Guid customer, string? text, DateOnly? due, Change change, CancellationToken stop = default)
    {
        var words = CustomerProblems.Text(text, CustomerTask.LongestText, "task-text", "Say in 1 to {0} characters what is to be done.");
        if (due is not { } day)
            throw new UnusableInputException(Problem.Rejected("task-due", "due", "Choose the day until which it is to be done."));
        await using var write = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        db.Add(new CustomerTask { Id = Guid.NewGuid(), CustomerId = customer, Text = seal.Seal(words), Due = day, MadeAt = change.When, Who = change.Who });
        await write.CommitAsync(AuditEntry.Of(change, "customer task", Customer.SubjectOf(customer), null, null), stop);
    }

    /// <summary>Says that a task is done, or said again that it is not; false where there is none such.</summary>
    public Task<bool> SetDoneAsync(Guid customer, Guid task, bool isDone, Change change, CancellationToken stop = default)
    {
        DateTimeOffset? at = isDone ? change.When : null;
        return WriteAsync(customer, isDone ? "customer task done" : "customer task undone", change,
            () => db.CustomerTasks.Where(t => t.CustomerId == customer && t.Id == task).ExecuteUpdateAsync(t => t.SetProperty(x => x.DoneAt, at), stop), stop);
    }

    private async Task<bool> WriteAsync(Guid customer, string action, Change change, Func<Task<int>> write, CancellationToken stop)
    {
        await using var audited = await AuditedWrite.BeginAsync(db, Customer.SubjectOf(customer), stop);
        if (await write() == 0)
            return false;
        await audited.CommitAsync(AuditEntry.Of(change, action, Customer.SubjectOf(customer), null, null), stop);
        return true;
    }
}
