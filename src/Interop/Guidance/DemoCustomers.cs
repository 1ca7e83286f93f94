using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sylvan.Data.Csv;
using Trellis.Core.Access;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;

namespace Trellis.Interop.Guidance;

/// <summary>The invented customers of the demonstration's adviser, from data/reference/guidance/demo-customers.csv; days count from when they are made.</summary>
public static class DemoCustomers
{
    /// <summary>Makes them once; whoever has tried the demonstration and changed them keeps what was changed.</summary>
    public static async Task LoadAsync(Db db, PersonalSeal seal, string dataFolder, TimeProvider clock, CancellationToken stop = default)
    {
        var adviser = DemoPeople.IdOf("adviser");
        if (await Actor.FindAsync(db, adviser, stop) is not { } actor || await db.Customers.AnyAsync(c => c.AdviserId == adviser, stop))
            return;
        using var reader = CsvDataReader.Create(Path.Combine(dataFolder, "reference", "guidance", "demo-customers.csv"));
        while (await reader.ReadAsync(stop))
            await MakeAsync(db, seal, actor, column => reader.GetString(reader.GetOrdinal(column)), clock.GetUtcNow(), stop);
    }

    private static async Task MakeAsync(Db db, PersonalSeal seal, Actor adviser, Func<string, string> row, DateTimeOffset now, CancellationToken stop)
    {
        var change = new Change("Trellis", now.AddDays(-Number(row("days_ago"))), "start", "Demonstration");
        var (made, today) = (DateOnly.FromDateTime(change.When.UtcDateTime), DateOnly.FromDateTime(now.UtcDateTime));
        var id = await new CustomerEditor(db, seal).MakeAsync(adviser, new(new(row("name"), [.. row("tags").Split(';')]), ConsentWay.OnPaper, today.AddDays(Number(row("consent_days")))), change, stop);
        var profile = Profile.Empty with
        {
            Jobs = [new PastJob(row("title"), row("onet_soc")) { Months = Number(row("months")), IsCurrent = true }],
            Education = Enum.Parse<EducationLevel>(row("education")),
            Ratings = [.. row("ratings").Split(';').Select(r => r.Split(':')).Select(r => new SkillRating(r[0], Number(r[1])) { On = made })],
        };
        await new DocumentEditor(db, seal).SaveAsync(id, profile, 0, change, stop);
        var notes = new NoteEditor(db, seal);
        await notes.AddAsync(id, NoteKind.Meeting, row("note"), change, stop);
        if (row("task").Length > 0)
            await notes.AddTaskAsync(id, row("task"), today.AddDays(Number(row("due_in_days"))), change, stop);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
