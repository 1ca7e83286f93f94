using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Funding;

/// <summary>What is known of a condition: null is that nobody can say from the answers.</summary>
public readonly record struct Known(bool? Holds)
{
    public static readonly Known Open = new(null);

    public static Known Of(bool holds) => new(holds);
}

/// <summary>
/// A condition of a program, over answers that may be missing: docs/formulas.md, "Funding screener". Pure.
/// </summary>
public abstract record FundingCondition
{
    public abstract Known Of(FundingAnswers answers, PovertyLine poverty);

    /// <summary>The single requirements that made the condition what it is: those that fail where it fails, those that are open where it is open.</summary>
    public abstract IEnumerable<Requirement> Why(FundingAnswers answers, PovertyLine poverty);
}

/// <summary>A requirement that is told to the person in one sentence.</summary>
public abstract record Requirement(LanguageText Words) : FundingCondition
{
    public override IEnumerable<Requirement> Why(FundingAnswers answers, PovertyLine poverty) => [this];
}

/// <summary>A number lies between two bounds, both included; a bound may be left out.</summary>
public sealed record NumberIs(string Question, int? Least, int? Most, LanguageText Words) : Requirement(Words)
{
    public override Known Of(FundingAnswers answers, PovertyLine poverty) =>
        answers.Number(Question) is { } number ? Known.Of(number >= (Least ?? number) && number <= (Most ?? number)) : Known.Open;
}

/// <summary>One of these choices was made. A choice named in <paramref name="Unsure"/> leaves it open.</summary>
public sealed record ChosenIs(string Question, IReadOnlyList<string> Choices, IReadOnlyList<string> Unsure, LanguageText Words) : Requirement(Words)
{
    public override Known Of(FundingAnswers answers, PovertyLine poverty)
    {
        var chosen = answers.Chosen(Question);
        return chosen.Count == 0 ? Known.Open
            : chosen.Any(Choices.Contains) ? Known.Of(true)
            : chosen.Any(Unsure.Contains) ? Known.Open
            : Known.Of(false);
    }
}

/// <summary>The household's income is low for its size, measured in per cent of the poverty line; between two limits others decide, and it is open.</summary>
/// <param name="Income">The question for dollars a year.</param>
/// <param name="Household">The question for the number of people.</param>
/// <param name="LikelyPercent">Up to this it holds.</param>
/// <param name="OpenPercent">Up to this it is open; above, it does not hold.</param>
public sealed record LowIncome(string Income, string Household, int LikelyPercent, int OpenPercent, LanguageText Words) : Requirement(Words)
{
    public override Known Of(FundingAnswers answers, PovertyLine poverty) =>
        answers.Number(Income) is { } income && answers.Number(Household) is > 0 and { } people ? poverty.IsLow(income, people, LikelyPercent, OpenPercent) : Known.Open;
}

/// <summary>All of the parts hold, or any one.</summary>
public sealed record Combined(bool IsAll, IReadOnlyList<FundingCondition> Parts) : FundingCondition
{
    public override Known Of(FundingAnswers answers, PovertyLine poverty)
    {
        var known = Parts.Select(p => p.Of(answers, poverty).Holds).ToList();
        return known.Contains(!IsAll) ? Known.Of(!IsAll) : known.Contains(null) ? Known.Open : Known.Of(IsAll);
    }

    public override IEnumerable<Requirement> Why(FundingAnswers answers, PovertyLine poverty)
    {
        var whole = Of(answers, poverty);
        return Parts.Where(p => p.Of(answers, poverty) == whole).SelectMany(p => p.Why(answers, poverty));
    }
}
