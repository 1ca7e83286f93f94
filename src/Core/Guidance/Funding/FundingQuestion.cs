using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Funding;

/// <summary>How a question of the screener is answered.</summary>
public enum AnswerKind
{
    /// <summary>A whole number from 0.</summary>
    Number,

    /// <summary>One of the choices.</summary>
    One,

    /// <summary>Any of the choices; "none" says that none of them is true.</summary>
    Many,
}

/// <summary>A choice of a question, in plain words.</summary>
public sealed record FundingChoice(string Name, LanguageText Words);

/// <summary>A question of the funding screener, in plain words. Nobody has to answer one.</summary>
public sealed record FundingQuestion(string Name, LanguageText Words, AnswerKind Kind)
{
    /// <summary>What stands above a group of questions that begins here; null inside a group.</summary>
    public LanguageText? Section { get; init; }

    public LanguageText? Hint { get; init; }

    public IReadOnlyList<FundingChoice> Choices { get; init; } = [];
}
