using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>All that is kept of a customer, for the customer, as JSON.</summary>
public static class CustomerExport
{
    public static async Task<JsonObject> WriteAsync(Db db, PersonalSeal seal, Guid id, CancellationToken stop = default)
    {
        var customer = await db.Customers.SingleAsync(c => c.Id == id, stop);
        var card = seal.OpenCard(customer.Card);
        var documents = new DocumentEditor(db, seal);
        return new()
        {
            ["record"] = Node(new { id, name = card.Name, tags = card.Tags, state = customer.State.ToString(), closeReason = customer.CloseReason?.ToString(), madeAt = customer.MadeAt, closedAt = customer.ClosedAt, adviser = Who(customer.AdviserId) }),
            ["consents"] = Node((await db.CustomerConsents.Where(s => s.CustomerId == id).OrderBy(s => s.GivenAt).ToListAsync(stop)).Select(s => new
            {
                purpose = s.Purpose.ToString(),
                way = s.Way.ToString(),
                toPerson = Who(s.ToPersonId),
                toOrganization = s.ToOrganizationId,
                givenAt = s.GivenAt,
                givenBy = s.GivenBy,
                until = s.Until,
                withdrawnAt = s.WithdrawnAt,
                withdrawnBy = s.WithdrawnBy,
            })),
            ["assignments"] = Node((await db.CustomerAssignments.Where(a => a.CustomerId == id).OrderBy(a => a.AskedAt).ToListAsync(stop)).Select(a => new
            {
                from = Who(a.FromId),
                to = Who(a.ToId),
                note = a.Note is { } note ? seal.Open(note) : null,
                askedAt = a.AskedAt,
                answer = a.Answer?.ToString(),
                answeredAt = a.AnsweredAt,
            })),
            ["notes"] = Node((await db.CustomerNotes.Where(n => n.CustomerId == id).OrderBy(n => n.At).ToListAsync(stop)).Select(n => new { kind = n.Kind.ToString(), text = seal.Open(n.Text), at = n.At, who = n.Who })),
            ["tasks"] = Node((await db.CustomerTasks.Where(t => t.CustomerId == id).OrderBy(t => t.Due).ToListAsync(stop)).Select(t => new { text = t.Text is { } text ? seal.Open(text) : null, rule = t.Rule, due = t.Due, doneAt = t.DoneAt })),
            ["profile"] = JsonNode.Parse(ProfileJson.Write((await documents.ProfileAsync(id, stop)).Value)),
            ["plans"] = new JsonArray([.. (await documents.PlansAsync(id, stop)).Select(p => JsonNode.Parse(PlanJson.Write(p)))]),
            ["reads"] = Node((await db.CustomerReads.Where(r => r.CustomerId == id).OrderBy(r => r.At).ToListAsync(stop)).Select(r => new { day = r.Day, reader = Who(r.ReaderId) })),
        };
    }

    private static string? Who(Guid? person) => person is { } id ? Actor.WhoOf(id) : null;

    private static JsonNode? Node<T>(T value) => System.Text.Json.JsonSerializer.SerializeToNode(value, TextJson.Options);
}
