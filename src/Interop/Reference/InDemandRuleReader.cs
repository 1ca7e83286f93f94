using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Text;

namespace Trellis.Interop.Reference;

/// <summary>Reads one rule of a file of rules. What is faulty is replaced by something harmless, as the file is refused then.</summary>
internal sealed class InDemandRuleReader
{
    private readonly YamlPart _rule;
    private readonly List<Horizon> _horizons;
    private readonly CriterionReader _criteria;

    public InDemandRuleReader(YamlPart rule)
    {
        _rule = rule;
        _horizons = Horizons(rule);
        _criteria = new(_horizons);
    }

    public InDemandRule Read()
    {
        _rule.Allow("name", "version", "title", "words", "note", "citation", "effective", "horizons", "scope", "findings", "labels", "decide", "marks");
        var name = _rule.RequiredText("name");
        if (name != Slug.Of(name))
            _rule.Fault("bad-name", "The name \"{0}\" is not of lower-case words joined by hyphens.", name);
        var scope = _rule.Child("scope") is { } part ? _criteria.Read(part) : null;
        var findings = Findings("findings");
        var labels = Labels();
        return new()
        {
            Name = name,
            Version = _rule.RequiredText("version"),
            Title = _rule.BothLanguages("title"),
            Words = _rule.BothLanguages("words"),
            Note = _rule.Child("note")?.AsBothLanguages(),
            Citation = _rule.RequiredText("citation"),
            Effective = _rule.RequiredDate("effective"),
            Horizons = _horizons,
            Scope = scope,
            Findings = findings,
            Labels = labels,
            Decisions = Decisions(labels),
            Marks = Findings("marks"),
        };
    }

    private static List<Horizon> Horizons(YamlPart rule)
    {
        var horizons = new List<Horizon>();
        foreach (var part in rule.List("horizons"))
        {
            if (Horizon.Parse(part.Text) is { } horizon && !horizons.Contains(horizon))
                horizons.Add(horizon);
            else
                part.Fault("bad-horizon", "The horizon \"{0}\" must be years such as 10, or several such as 2+10, and stand once.", part.Text ?? "");
        }
        return horizons;
    }

    private List<Finding> Findings(string list)
    {
        var findings = new List<Finding>();
        foreach (var part in _rule.List(list))
        {
            part.Allow("name", "title", "when");
            var name = part.RequiredText("name");
            var when = part.Required("when") is { } asked ? _criteria.Read(asked) : null;
            if (!_criteria.Learn(name))
                part.Fault("name-twice", "There are several findings or marks with the name \"{0}\".", name);
            if (when is not null)
                findings.Add(new(name, part.BothLanguages("title"), when));
        }
        return findings;
    }

    private Dictionary<DemandLabel, LanguageText> Labels()
    {
        var labels = new Dictionary<DemandLabel, LanguageText>();
        foreach (var (name, part) in _rule.Required("labels")?.Entries() ?? [])
        {
            if (RuleWords.TryRead<DemandLabel>(name, out var label))
                labels[label] = part.AsBothLanguages();
            else
                part.Fault("unknown-word", "The {0} \"{1}\" is not one of: {2}.", "label", name, RuleWords.All<DemandLabel>());
        }
        return labels;
    }

    private List<Decision> Decisions(Dictionary<DemandLabel, LanguageText> labels)
    {
        var parts = _rule.Required("decide")?.Items("decide") ?? [];
        var decisions = new List<Decision>();
        foreach (var part in parts)
        {
            part.Allow("label", "when");
            var isLast = part == parts[^1];
            if (part.Has("when") == isLast)
                part.Fault("bad-decision", "Every decision but the last needs \"when\"; the last holds for all that is left and has none.");
            var word = part.RequiredText("label");
            if (!RuleWords.TryRead<DemandLabel>(word, out var label) || !labels.ContainsKey(label))
                part.Fault("unknown-word", "The {0} \"{1}\" is not one of: {2}.", "label", word, string.Join(", ", labels.Keys.Select(k => RuleWords.Of(k))));
            decisions.Add(new(label, part.Child("when") is { } when ? _criteria.Read(when) : null));
        }
        return decisions;
    }
}
