using System.Globalization;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Interop.Reference;

/// <summary>Reads what a rule asks: docs/in-demand-rules.md. Knows the projections of the rule and the findings made so far.</summary>
internal sealed class CriterionReader(IReadOnlyList<Horizon> horizons)
{
    private static readonly string[] Forms = ["measure", "all", "any", "at-least", "any-horizon", "every-horizon", "finding"];

    private readonly HashSet<string> _findings = [];

    /// <summary>Lets criteria that follow speak of a finding.</summary>
    public bool Learn(string finding) => _findings.Add(finding);

    /// <summary>The criterion, or null with its faults.</summary>
    public Criterion? Read(YamlPart part) => Read(part, isInHorizon: horizons.Count == 1);

    private Criterion? Read(YamlPart part, bool isInHorizon)
    {
        var forms = Array.FindAll(Forms, part.Has);
        switch (forms)
        {
            case ["measure"]:
                return Condition(part, isInHorizon);
            case ["all"] or ["any"]:
                part.Allow(forms[0]);
                var parts = Parts(part, forms[0], isInHorizon);
                return parts is null ? null : new Group(forms[0] == "all" ? parts.Count : 1, parts);
            case ["at-least"]:
                return AtLeast(part, isInHorizon);
            case ["any-horizon"] or ["every-horizon"]:
                part.Allow(forms[0]);
                if (horizons.Count == 0)
                    part.Fault("no-horizons", "The rule names no horizons.");
                return Read(part.Child(forms[0])!, isInHorizon: true) is { } inner ? new InHorizons(forms[0] == "every-horizon", inner) : null;
            case ["finding"]:
                return Finding(part);
            default:
                part.Fault("unknown-criterion", "Exactly one of these is expected here: {0}.", string.Join(", ", Forms));
                return null;
        }
    }

    private List<Criterion>? Parts(YamlPart part, string name, bool isInHorizon)
    {
        var read = part.List(name).Select(p => Read(p, isInHorizon)).ToList();
        var sound = read.OfType<Criterion>().ToList();
        return sound.Count == 0 || sound.Count < read.Count ? null : sound;
    }

    private Group? AtLeast(YamlPart part, bool isInHorizon)
    {
        part.Allow("at-least", "of");
        if (part.Required("of") is null || Parts(part, "of", isInHorizon) is not { } parts)
            return null;
        if (int.TryParse(part.RequiredText("at-least"), NumberStyles.None, CultureInfo.InvariantCulture, out var least) && least >= 1 && least <= parts.Count)
            return new(least, parts);
        part.Fault("bad-number", "at-least must be a whole number from 1 to {0}, the number of parts.", parts.Count.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private FindingHolds? Finding(YamlPart part)
    {
        part.Allow("finding");
        var name = part.RequiredText("finding");
        if (_findings.Contains(name))
            return new(name);
        part.Fault("unknown-finding", "No finding \"{0}\" stands before this.", name);
        return null;
    }

    private Condition? Condition(YamlPart part, bool isInHorizon)
    {
        part.Allow("measure", "is", "value", "of", "horizon");
        if (Word<Measure>(part, "measure") is not { } measure || Word<Comparison>(part, "is") is not { } comparison)
            return null;
        var yardstick = Yardstick.None;
        if (part.Has("of"))
        {
            if (Word<Yardstick>(part, "of") is not { } named)
                return null;
            yardstick = named;
        }
        if (yardstick == Yardstick.Area && measure.IsPartOfArea())
            part.Fault("bad-reference", "The area itself has no {0}.", part.RequiredText("measure"));
        if (Threshold(part, measure, yardstick) is not { } value)
            return null;
        return new(measure, comparison, value, yardstick) { Horizon = HorizonOf(part, measure, isInHorizon) };
    }

    private static double? Threshold(YamlPart part, Measure measure, Yardstick yardstick)
    {
        // Without a factor, the yardstick itself.
        if (yardstick != Yardstick.None && !part.Has("value"))
            return 1;
        var text = part.RequiredText("value");
        var value = RuleWords.Number(text, measure, yardstick);
        if (value is null || (yardstick != Yardstick.None && value <= 0))
        {
            part.Fault("bad-number", "The value \"{0}\" is not a number such as 0.9 or 80 %, above zero where it multiplies something.", text);
            return null;
        }
        return value;
    }

    private Horizon? HorizonOf(YamlPart part, Measure measure, bool isInHorizon)
    {
        if (!part.Has("horizon"))
        {
            if (measure.IsProjected() && !isInHorizon)
                part.Fault("missing-horizon", "The measure {0} needs a horizon: the rule must name just one, or this condition one of them.", part.RequiredText("measure"));
            return null;
        }
        var horizon = Horizon.Parse(part.RequiredText("horizon"));
        if (horizon is null || !horizons.Contains(horizon) || !measure.IsProjected())
            part.Fault("unknown-horizon", "The horizon \"{0}\" is not one of the rule, or the measure is no projection.", part.RequiredText("horizon"));
        return horizon;
    }

    private static T? Word<T>(YamlPart part, string name) where T : struct, Enum
    {
        if (part.Required(name) is not { } child)
            return null;
        if (RuleWords.TryRead<T>(child.Text, out var value))
            return value;
        child.Fault("unknown-word", "The {0} \"{1}\" is not one of: {2}.", name, child.Text ?? "", RuleWords.All<T>());
        return null;
    }
}
