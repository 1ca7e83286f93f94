using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Funding;

/// <summary>Help that a person may get: what it pays, who can get it, and who decides. A rule of the screener, kept as data.</summary>
public sealed record FundingProgram
{
    public required string Name { get; init; }
    public required LanguageText Title { get; init; }

    /// <summary>What it pays or gives.</summary>
    public required LanguageText Gives { get; init; }

    /// <summary>Where to ask, and who decides.</summary>
    public required LanguageText Ask { get; init; }

    /// <summary>The law and regulation.</summary>
    public required string Citation { get; init; }

    /// <summary>Since when the rule stands so, as year, month or day.</summary>
    public required string Effective { get; init; }

    public required FundingCondition Requires { get; init; }

    /// <summary>Who is served before others; null where nobody is.</summary>
    public FundingCondition? First { get; init; }

    /// <summary>What the office looks at that no answer here can tell.</summary>
    public IReadOnlyList<LanguageText> AlsoLooked { get; init; } = [];

    /// <summary>Who put the rule in place of the one that ships, or added it; null for those that ship.</summary>
    public string? Local { get; init; }
}

/// <summary>Questions, programs and the poverty line: all that the screener knows.</summary>
public sealed record FundingRules(IReadOnlyList<FundingQuestion> Questions, IReadOnlyList<FundingProgram> Programs, PovertyLine Poverty)
{
    /// <summary>Conditions that several programs share, by their names.</summary>
    public IReadOnlyDictionary<string, FundingCondition> Requirements { get; init; } = new Dictionary<string, FundingCondition>();

    /// <summary>These rules with those of a state or region: a program of the same name is replaced, others are added.</summary>
    public FundingRules With(IReadOnlyList<FundingProgram> local) => this with
    {
        Programs = [.. Programs.Select(p => local.FirstOrDefault(l => l.Name == p.Name) ?? p), .. local.Where(l => Programs.All(p => p.Name != l.Name))],
    };
}
