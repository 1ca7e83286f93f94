using Sylvan.Data.Csv;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop.Models;

/// <summary>Loads the scales of proficiency that ship in data/reference/scales.csv. The same edition is not loaded twice.</summary>
public static class ShippedScales
{
    private const string Name = "scales.csv";

    public static async Task LoadAsync(Db db, string dataFolder, TimeProvider clock, CancellationToken stop = default)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(dataFolder, "reference", Name), Utf8.Strict, stop);
        var hash = ShippedFiles.Hash(text);
        if (await ShippedFiles.IsLoadedAsync(db, Name, hash, stop))
            return;
        await new ScaleEditor(db).SaveAsync(Read(text), new("trellis", clock.GetUtcNow(), "start", "Scales that ship with Trellis"), stop);
        await ShippedFiles.NoteAsync(db, Name, hash, clock, stop);
    }

    /// <summary>The scale that is used where nobody chose one, as it ships.</summary>
    public static Scale Default(string dataFolder) =>
        Read(File.ReadAllText(Path.Combine(dataFolder, "reference", Name), Utf8.Strict)).First(s => s.Slug == Scale.Default);

    private static List<Scale> Read(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var scales = new List<Scale>();
        while (reader.Read())
        {
            var slug = reader.GetString(reader.GetOrdinal("scale"));
            var scale = scales.Find(s => s.Slug == slug);
            if (scale is null)
                scales.Add(scale = new() { Slug = slug, Title = Text(reader, "scale_title") });
            scale.Levels.Add(new()
            {
                ScaleSlug = slug,
                Level = reader.GetInt32(reader.GetOrdinal("level")),
                Title = Text(reader, "title"),
                Anchor = Text(reader, "anchor"),
            });
        }
        return scales;
    }

    private static LanguageText Text(CsvDataReader reader, string column) => LanguageText.From(
        [new("en", reader.GetString(reader.GetOrdinal(column + "_en"))), new("es", reader.GetString(reader.GetOrdinal(column + "_es")))])!;
}
