using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Core.Training;

namespace Trellis.Interop.Downloads;

/// <summary>
/// How rows are written: their columns by name, without the keys of this database and without who did something; with the release or
/// the version that they are of, and with the state of each figure that is no plain number.
/// </summary>
internal sealed class DownloadJson
{
    /// <summary>Keys of this database, words for its search, and persons.</summary>
    private static readonly HashSet<string> Kept =
    [
        "ReleaseKey", "VersionKey", "FrameworkKey", "CurrentVersionKey", "Key", "Marks", "SearchText", "PlaceText",
        "LoadedBy", "SavedBy", "Who", "File", "FileHash", "SourceName",
    ];

    private static readonly Dictionary<Type, string[]> Figures = new()
    {
        [typeof(Wage)] = Enum.GetNames<WageFigure>(),
        [typeof(Projection)] = Enum.GetNames<ProjectionFigure>(),
        [typeof(IndustryJobs)] = Enum.GetNames<IndustryFigure>(),
        [typeof(EducationShare)] = [nameof(EducationShare.Percent)],
        [typeof(TrainingProgram)] = Enum.GetNames<ProgramFigure>(),
        [typeof(ProgramOutcome)] = Enum.GetNames<OutcomeFigure>(),
    };

    private readonly DownloadScope _scope;

    public DownloadJson(Db db, DownloadScope scope)
    {
        _scope = scope;
        var columns = db.Model.GetEntityTypes().ToDictionary(t => t.ClrType, t => t.GetProperties().Select(p => p.Name).Concat(t.GetComplexProperties().Select(p => p.Name)).ToHashSet(StringComparer.Ordinal));
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(type => Shape(type, columns.GetValueOrDefault(type.Type)));
        Options = new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = resolver,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TextValue(), new TermsValue() },
        };
    }

    public JsonSerializerOptions Options { get; }

    private void Shape(JsonTypeInfo type, HashSet<string>? columns)
    {
        if (type.Kind != JsonTypeInfoKind.Object || columns is null)
            return;
        foreach (var property in type.Properties.ToList())
        {
            var member = (property.AttributeProvider as System.Reflection.MemberInfo)?.Name ?? "";
            if (!columns.Contains(member) || Kept.Contains(member))
                type.Properties.Remove(property);
            else if (member == nameof(Statement.Extensions))
                property.CustomConverter = new JsonValue();
        }
        Add("source", "ReleaseKey", key => _scope.Releases[key].Title);
        Add("period", "ReleaseKey", key => _scope.Releases[key].Period);
        Add("framework", type.Type == typeof(FrameworkVersion) ? "Key" : "VersionKey", key => _scope.Versions.TryGetValue(key, out var version) ? version.Slug : null);
        Add("version", "VersionKey", key => _scope.Versions[key].Number);
        AddStates(type);

        void Add(string name, string column, Func<int, string?> value)
        {
            if (!columns.Contains(column) || type.Properties.Any(p => p.Name == name))
                return;
            var key = type.Type.GetProperty(column)!;
            var added = type.CreateJsonPropertyInfo(typeof(string), name);
            added.Get = row => value((int)key.GetValue(row)!);
            type.Properties.Add(added);
        }
    }

    /// <summary>By figure why it has no number, or that its number is a bound; a plain number needs no word.</summary>
    private static void AddStates(JsonTypeInfo type)
    {
        if (!Figures.TryGetValue(type.Type, out var figures))
            return;
        var marks = type.Type.GetProperty("Marks")!;
        var states = type.CreateJsonPropertyInfo(typeof(Dictionary<string, string>), "states");
        states.Get = row => figures.Index().Select(f => (f.Item, State: FigureMarks.At((string)marks.GetValue(row)!, f.Index))).Where(f => f.State != FigureState.Value)
            .ToDictionary(f => JsonNamingPolicy.CamelCase.ConvertName(f.Item), f => JsonNamingPolicy.KebabCaseLower.ConvertName(f.State.ToString()), StringComparer.Ordinal);
        type.Properties.Add(states);
    }

    private sealed class TextValue : JsonConverter<LanguageText>
    {
        public override LanguageText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, LanguageText value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToJson());
    }

    /// <summary>What is JSON already.</summary>
    private sealed class JsonValue : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
    }

    private sealed class TermsValue : JsonConverter<LanguageTerms>
    {
        public override LanguageTerms Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, LanguageTerms value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToJson());
    }
}
