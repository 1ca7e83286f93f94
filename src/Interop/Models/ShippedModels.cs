using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sylvan.Data.Csv;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop.Models;

/// <summary>Loads the models that ship in data/models. A file whose edition is in the database already is not read again.</summary>
public static class ShippedModels
{
    private const string GenericName = "building-blocks.yaml";

    /// <summary>The data folder beside the running program.</summary>
    public static string DataFolder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    public static async Task<List<LoadResult>> LoadAsync(Db db, string dataFolder, TimeProvider clock, CancellationToken stop = default)
    {
        var results = new List<LoadResult>();
        var genericText = await ReadAsync(dataFolder, GenericName, stop);
        var elements = await File.ReadAllTextAsync(Path.Combine(dataFolder, "reference", "onet-elements.csv"), Utf8.Strict, stop);
        var loaded = await db.ShippedFiles.ToDictionaryAsync(f => f.Name, f => f.Hash, stop);
        foreach (var name in Names(dataFolder))
        {
            var text = name == GenericName ? genericText : await ReadAsync(dataFolder, name, stop);
            var hash = Hash(text + genericText + elements);
            if (loaded.GetValueOrDefault(name) == hash)
                continue;
            var content = Build(name, text, genericText, elements);
            results.Add(await new FrameworkEditor(db).LoadAsync(content, new("trellis", clock.GetUtcNow(), "start", "Models that ship with Trellis"), stop));
            await NoteAsync(db, name, hash, clock, stop);
        }
        return results;
    }

    /// <summary>The model files of a data folder, the generic model first.</summary>
    public static List<string> Names(string dataFolder) => [.. Directory.EnumerateFiles(Path.Combine(dataFolder, "models"), "*.yaml")
        .Select(f => Path.GetFileName(f)).OrderBy(n => n != GenericName).ThenBy(n => n, StringComparer.Ordinal)];

    public static FrameworkContent Build(string dataFolder, string name) => Build(
        name,
        File.ReadAllText(Path.Combine(dataFolder, "models", name), Utf8.Strict),
        File.ReadAllText(Path.Combine(dataFolder, "models", GenericName), Utf8.Strict),
        File.ReadAllText(Path.Combine(dataFolder, "reference", "onet-elements.csv"), Utf8.Strict));

    private static FrameworkContent Build(string name, string text, string genericText, string elements)
    {
        var generic = name == GenericName ? null : ModelFile.Read(GenericName, genericText);
        return new ModelBuilder(ModelFile.Read(name, text), generic, ElementNames(elements)).Build(name);
    }

    private static Dictionary<string, string> ElementNames(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var names = new Dictionary<string, string>();
        while (reader.Read())
            names.Add(reader.GetString(0), reader.GetString(1));
        return names;
    }

    private static async Task NoteAsync(Db db, string name, string hash, TimeProvider clock, CancellationToken stop)
    {
        await db.ShippedFiles.Where(f => f.Name == name).ExecuteDeleteAsync(stop);
        db.Add(new ShippedFile { Name = name, Hash = hash, LoadedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static Task<string> ReadAsync(string dataFolder, string name, CancellationToken stop) =>
        File.ReadAllTextAsync(Path.Combine(dataFolder, "models", name), Utf8.Strict, stop);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(text)));
}
