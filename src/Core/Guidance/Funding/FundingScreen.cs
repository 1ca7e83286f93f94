namespace Trellis.Core.Guidance.Funding;

/// <summary>What the screener says of a program. It is no decision.</summary>
public enum FundingAnswer
{
    /// <summary>All that can be asked here holds.</summary>
    Likely,

    /// <summary>Something that decides was not answered, or cannot be told from the answers.</summary>
    Ask,

    /// <summary>Something that is required does not hold.</summary>
    Unlikely,
}

/// <summary>A program as it looks for one person, with the requirements that made it so.</summary>
/// <param name="Because">Requirements that hold where it is likely, that fail where it is unlikely, that are open where it is worth asking.</param>
/// <param name="IsFirst">Whether the person would be served before others; null where that is open or nobody is.</param>
public sealed record FundingResult(FundingProgram Program, FundingAnswer Answer, IReadOnlyList<Requirement> Because, bool? IsFirst);

/// <summary>Holds a person's answers against the rules: docs/formulas.md, "Funding screener". Pure; keeps nothing.</summary>
public static class FundingScreen
{
    /// <summary>Every program, the likely ones first, in the order of the rules otherwise.</summary>
    public static IReadOnlyList<FundingResult> Of(FundingRules rules, FundingAnswers answers) =>
        [.. rules.Programs.Select(p => Of(p, answers, rules.Poverty)).OrderBy(r => r.Answer)];

    private static FundingResult Of(FundingProgram program, FundingAnswers answers, PovertyLine poverty)
    {
        var answer = program.Requires.Of(answers, poverty).Holds switch
        {
            true => FundingAnswer.Likely,
            false => FundingAnswer.Unlikely,
            null => FundingAnswer.Ask,
        };
        return new(program, answer, [.. program.Requires.Why(answers, poverty).Distinct()], program.First?.Of(answers, poverty).Holds);
    }
}
