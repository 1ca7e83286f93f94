using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Planning;

/// <summary>Writes a plan as the file that its person keeps: "trellis-plan", version 1. docs/decisions/0013-plans.md tells the form.</summary>
public static class PlanJson
{
    public const string Format = "trellis-plan";

    public const int Version = 1;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Dense = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Plan plan, bool indented = true) => Utf8.Strict.GetBytes(Object(
        ("format", Format),
        ("version", Version),
        ("planVersion", plan.Version),
        ("participant", plan.Participant),
        ("adviser", plan.Adviser),
        ("goal", plan.Goal is { } goal ? Object(("code", goal.Code), ("title", goal.Title), ("model", goal.Model), ("modelVersion", goal.ModelVersion)) : null),
        ("gaps", List(plan.Gaps, Gap)),
        ("entries", List(plan.Entries, e => Object(("kind", Name(e.Kind)), ("text", e.Text), ("who", Name(e.Who)), ("due", Day(e.Due)), ("done", Day(e.Done))))),
        ("programs", List(plan.Programs, Program)),
        ("money", List(plan.Money, m => Object(("text", m.Text), ("cents", m.Cents), ("funding", True(m.IsFunding)), ("granted", True(m.IsGranted))))),
        ("signatures", List(plan.Signatures, s => Object(("signer", Name(s.Signer)), ("name", s.Name), ("on", Day(s.On)), ("planVersion", s.Version)))),
        ("changes", List(plan.Changes, c => Object(("planVersion", c.Version), ("on", Day(c.On)), ("kind", Name(c.Kind)), ("about", c.About))))).ToJsonString(indented ? Indented : Dense));

    private static JsonObject Gap(GapSnapshot gap) => Object(
        ("on", Day(gap.On)), ("release", gap.Release), ("ready", gap.Ready), ("lowest", gap.Lowest), ("highest", gap.Highest),
        ("have", gap.Have), ("partly", gap.Partly), ("missing", gap.Missing), ("notAssessed", gap.NotAssessed),
        ("lines", List(gap.Lines, l => Object(("name", l.Name), ("asked", l.Asked), ("person", l.Person)))));

    private static JsonObject Program(ConsideredProgram program) => Object(
        ("id", program.Id), ("name", program.Name), ("provider", program.Provider), ("source", program.Source),
        ("costCents", Number(program.Cost)), ("costState", State(program.Cost)), ("weeks", Number(program.Weeks)), ("weeksState", State(program.Weeks)),
        ("atWorkPercent", Number(program.AtWork)), ("atWorkState", State(program.AtWork)), ("chosen", True(program.IsChosen)), ("reason", program.Reason));

    /// <summary>What was not said is left out.</summary>
    private static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
                json.Add(name, value);
        }
        return json;
    }

    private static JsonArray? List<T>(IReadOnlyCollection<T> items, Func<T, JsonObject> write) => items.Count == 0 ? null : new([.. items.Select(write)]);

    private static string Name<T>(T member) where T : struct, Enum => ProfileJson.Name(member);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonNode? True(bool flag) => flag ? true : null;

    private static JsonNode? Number(Figure figure) => figure.Value is { } value ? (long)value : null;

    private static string? State(Figure figure) => figure.State is FigureState.Value or FigureState.NotReported ? null : Name(figure.State);
}
