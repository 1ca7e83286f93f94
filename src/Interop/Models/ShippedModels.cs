using Sylvan.Data.Csv;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop.Models;

/// <summary>Loads the models that ship in data/models. A file whose edition is in the database already is not read again.</summary>
public static class ShippedModels
{
    private const string GenericName = "building-blocks.yaml";

    /// <summary>The data folder beside the running program.</summary>
    public static string DataFolder => ShippedData.Folder;

    public static async Task<List<LoadResult>> LoadAsync(Db db, string dataFolder, TimeProvider clock, CancellationToken stop = default)
    {
        var results = new List<LoadResult>();
        var genericText = Read(dataFolder, GenericName);
        var elements = ReadElements(dataFolder);
        var names = new Lazy<Dictionary<string, string>>(() => ElementNames(elements));
        var generic = new Lazy<ModelFile>(() => ModelFile.Read(GenericName, genericText));
        foreach (var name in Names(dataFolder))
        {
            var text = name == GenericName ? genericText : Read(dataFolder, name);
            var hash = ShippedFiles.Hash(text + genericText + elements);
            if (await ShippedFiles.IsLoadedAsync(db, name, hash, stop))
                continue;
            var content = Build(name, text, generic.Value, names.Value);
            results.Add(await new FrameworkEditor(db).LoadAsync(content, new("trellis", clock.GetUtcNow(), "start", "Models that ship with Trellis"), stop));
            await ShippedFiles.NoteAsync(db, name, hash, clock, stop);
        }
        return results;
    }

    /// <summary>The model files of a data folder, the generic model first.</summary>
    public static List<string> Names(string dataFolder) => [.. Directory.EnumerateFiles(Path.Combine(dataFolder, "models"), "*.yaml")
        .Select(f => Path.GetFileName(f)).OrderBy(n => n != GenericName).ThenBy(n => n, StringComparer.Ordinal)];

    public static FrameworkContent Build(string dataFolder, string name) => Build(
        name, Read(dataFolder, name), ModelFile.Read(GenericName, Read(dataFolder, GenericName)), ElementNames(ReadElements(dataFolder)));

    private static FrameworkContent Build(string name, string text, ModelFile generic, Dictionary<string, string> elementNames) => name == GenericName
        ? ModelBuilder.Build(name, generic, null, elementNames)
        : ModelBuilder.Build(name, ModelFile.Read(name, text), generic, elementNames);

    private static Dictionary<string, string> ElementNames(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var names = new Dictionary<string, string>();
        while (reader.Read())
            names.Add(reader.GetString(0), reader.GetString(1));
        return names;
    }

    private static string Read(string dataFolder, string name) => File.ReadAllText(Path.Combine(dataFolder, "models", name), Utf8.Strict);

    private static string ReadElements(string dataFolder) => File.ReadAllText(Path.Combine(dataFolder, "reference", "onet-elements.csv"), Utf8.Strict);
}
