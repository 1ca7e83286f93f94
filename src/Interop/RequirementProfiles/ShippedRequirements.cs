using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sylvan.Data.Csv;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop.RequirementProfiles;

/// <summary>Loads the job orders of the demo region that ship in data/requirements. One that is in the database already stays as it is.</summary>
public static class ShippedRequirements
{
    private const string Name = "requirements";
    private const decimal CentsPerDollar = 100;

    public static async Task LoadAsync(Db db, string dataFolder, TimeProvider clock, CancellationToken stop = default)
    {
        var (profiles, items) = (Read(dataFolder, "profiles.csv"), Read(dataFolder, "items.csv"));
        var hash = ShippedFiles.Hash(profiles + items);
        if (await ShippedFiles.IsLoadedAsync(db, Name, hash, stop))
            return;
        var change = new Change("trellis", clock.GetUtcNow(), "start", "Job orders that ship with Trellis");
        var asked = Rows(items).GroupBy(r => r("id")).ToDictionary(g => Guid.Parse(g.Key), g => g.ToList());
        foreach (var row in Rows(profiles))
        {
            var id = Guid.Parse(row("id"));
            if (await db.RequirementProfiles.AnyAsync(p => p.Id == id, stop))
                continue;
            var model = (await ModelCatalog.FindAsync(db, row("model"), null, stop))!;
            var editor = new RequirementEditor(db);
            var made = await editor.CreateAsync(new(model.Version.Key) { Id = id }, Draft(row, [.. asked[id].Select(i => Entry(model, i))]), change, stop);
            await editor.PublishAsync(made, change, stop);
        }
        await ShippedFiles.NoteAsync(db, Name, hash, clock, stop);
    }

    private static RequirementDraft Draft(Func<string, string> row, IReadOnlyList<RequirementEntry> items) => new()
    {
        Kind = RequirementKind.JobOrder,
        Title = row("title"),
        Note = row("note"),
        OnetSoc = row("occupation"),
        Job = new(row("employer"), row("job"), row("place"), new(Cents(row("pay_from")), Cents(row("pay_to")), Enum.Parse<PayUnit>(row("pay_per"))), Number(row("openings")), null),
        Items = items,
    };

    /// <summary>Model files name statements within their block; the same name always gives the same identifier.</summary>
    private static RequirementEntry Entry(Model model, Func<string, string> row) =>
        new(NameBasedId.Of(model.Framework.Id, row("statement")), Number(row("level")), Number(row("importance")));

    private static long Cents(string dollars) => (long)(decimal.Parse(dollars, CultureInfo.InvariantCulture) * CentsPerDollar);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Read(string dataFolder, string name) => File.ReadAllText(Path.Combine(dataFolder, Name, name), Utf8.Strict);

    private static IEnumerable<Func<string, string>> Rows(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).ToDictionary(i => reader.GetName(i), i => reader.GetString(i), StringComparer.Ordinal);
            yield return column => cells[column];
        }
    }
}
