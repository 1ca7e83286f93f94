using System.Globalization;
using Trellis.Core.Guidance.Funding;

namespace Trellis.Interop.Reference;

/// <summary>Reads what a program requires: docs/funding-rules.md. Knows the questions, and the requirements that have a name.</summary>
internal sealed class FundingConditionReader(IReadOnlyList<FundingQuestion> questions, IReadOnlyDictionary<string, FundingCondition>? shared)
{
    private const int LargestPercent = 1000;
    private static readonly string[] Forms = ["all", "any", "question", "low-income", "requirement"];

    private readonly Dictionary<string, FundingCondition> _named = new(shared ?? new Dictionary<string, FundingCondition>(), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, FundingCondition> Named => _named;

    public void Name(YamlPart part)
    {
        part.Allow("name", "when");
        var name = part.RequiredText("name");
        if (part.Required("when") is { } when && Read(when) is { } condition && !_named.TryAdd(name, condition))
            part.Fault("name-twice", "There are several requirements with the name \"{0}\".", name);
    }

    /// <summary>The condition, or null with its faults.</summary>
    public FundingCondition? Read(YamlPart part)
    {
        var forms = Array.FindAll(Forms, part.Has);
        switch (forms)
        {
            case ["all"] or ["any"]:
                part.Allow(forms[0]);
                var parts = part.List(forms[0]).Select(Read).ToList();
                return parts.Count == 0 || parts.Contains(null) ? null : new Combined(forms[0] == "all", [.. parts.OfType<FundingCondition>()]);
            case ["question"]:
                return Answer(part);
            case ["low-income"]:
                return Income(part);
            case ["requirement"]:
                part.Allow("requirement");
                var name = part.RequiredText("requirement");
                if (_named.TryGetValue(name, out var known))
                    return known;
                part.Fault("unknown-requirement", "No requirement has the name \"{0}\".", name);
                return null;
            default:
                part.Fault("unknown-criterion", "Exactly one of these is expected here: {0}.", string.Join(", ", Forms));
                return null;
        }
    }

    private Requirement? Answer(YamlPart part)
    {
        var words = part.BothLanguages("words");
        if (Question(part, part.RequiredText("question")) is not { } question)
            return null;
        if (question.Kind == AnswerKind.Number)
        {
            part.Allow("question", "at-least", "at-most", "words");
            if (!part.Has("at-least") && !part.Has("at-most"))
                part.Fault("missing-part", "There is no {0}.", "at-least");
            return new NumberIs(question.Name, part.Number("at-least"), part.Number("at-most"), words);
        }
        part.Allow("question", "is", "unsure", "words");
        part.Required("is");
        return new ChosenIs(question.Name, Choices(part, "is", question), Choices(part, "unsure", question), words);
    }

    private LowIncome? Income(YamlPart part)
    {
        part.Allow("low-income", "words");
        var limits = part.Child("low-income")!;
        limits.Allow("income", "household", "likely-percent", "open-percent");
        var (income, household) = (Question(limits, limits.RequiredText("income")), Question(limits, limits.RequiredText("household")));
        var (likely, open) = (limits.Number("likely-percent") ?? 100, limits.Number("open-percent") ?? 100);
        if (open < likely || open > LargestPercent)
            limits.Fault("bad-number", "open-percent must be a whole number from likely-percent to {0}.", LargestPercent.ToString(CultureInfo.InvariantCulture));
        return income is null || household is null ? null : new LowIncome(income.Name, household.Name, likely, open, part.BothLanguages("words"));
    }

    private FundingQuestion? Question(YamlPart part, string name)
    {
        if (questions.FirstOrDefault(q => q.Name == name) is { } question)
            return question;
        part.Fault("unknown-question", "No question has the name \"{0}\".", name);
        return null;
    }

    private static List<string> Choices(YamlPart part, string list, FundingQuestion question)
    {
        List<string> choices = [.. part.List(list).Select(c => c.Text ?? "")];
        foreach (var choice in choices.Where(c => question.Choices.All(known => known.Name != c)))
            part.Fault("unknown-choice", "The question \"{0}\" has no choice \"{1}\".", question.Name, choice);
        return choices;
    }
}
