using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Comparisons;

/// <summary>
/// Finds the texts that the labelled set refers to: in the shipped models, and in files of real releases. A model or a folder
/// that is not there gives the text that was labelled, or none.
/// </summary>
public sealed class LabelledTexts(IReadOnlyCollection<FrameworkContent> models, string? realFolder)
{
    private static readonly string[] Ids = ["ceterms:ctid", "identifier", "@id", "uuid"];
    private static readonly string[] Texts = ["ceasn:competencyText", "fullStatement", "description"];

    private readonly Dictionary<string, FrameworkContent> _models = models.ToDictionary(m => m.Framework.Slug);
    private readonly Dictionary<string, Dictionary<string, string>> _files = [];

    /// <summary>The text of a statement today; null where its model, its file or the statement is not there.</summary>
    public string? Find(LabelledStatement statement, string language) =>
        statement.IsWritten ? statement.Text
        : statement.IsReal ? InFile(statement.Reference)
        : InModel(statement.Reference, language);

    /// <summary>Whether the place a statement is looked up in is there at all.</summary>
    public bool CanLookUp(LabelledStatement statement) => statement.IsWritten
        || (statement.IsReal ? File.Exists(PathOf(statement.Reference)) : _models.ContainsKey(statement.Reference.Split('/')[0]));

    /// <summary>All texts of the model or file that a reference names.</summary>
    public IEnumerable<string> Surroundings(LabelledStatement statement, string language)
    {
        if (statement.IsWritten)
            return [];
        if (statement.IsReal)
            return FileTexts(statement.Reference.Split('#')[0]).Values;
        return _models.TryGetValue(statement.Reference.Split('/')[0], out var model)
            ? model.Statements.Where(s => s.Kind.StatesCompetency()).Select(s => s.Text.In(language))
            : [];
    }

    private string? InModel(string reference, string language)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (!_models.TryGetValue(reference[..slash], out var model))
            return null;
        var id = NameBasedId.Of(model.Framework.Id, reference[(slash + 1)..]);
        return model.Statements.Find(s => s.Id == id)?.Text.In(language);
    }

    private string? InFile(string reference) => FileTexts(reference.Split('#')[0]).GetValueOrDefault(reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..]);

    private string PathOf(string reference) => Path.Combine(realFolder ?? "", reference.Split('#')[0]);

    private Dictionary<string, string> FileTexts(string file)
    {
        if (_files.TryGetValue(file, out var texts))
            return texts;
        _files.Add(file, texts = []);
        if (realFolder is null || !File.Exists(PathOf(file)))
            return texts;
        using var json = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        Collect(json.RootElement, texts);
        return texts;
    }

    private static void Collect(JsonElement node, Dictionary<string, string> texts)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                Collect(item, texts);
        }
        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (First(node, Ids) is { } id && First(node, Texts) is { Length: > 0 } text)
            texts[id] = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var property in node.EnumerateObject())
            Collect(property.Value, texts);
    }

    private static string? First(JsonElement node, string[] names)
    {
        foreach (var name in names)
        {
            if (node.TryGetProperty(name, out var value) && Text(value) is { } text)
                return text;
        }
        return null;
    }

    /// <summary>A text, or the first of a text by language.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.EnumerateObject().Select(p => p.Value).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()).FirstOrDefault(),
        _ => null,
    };
}
