namespace Trellis.Core.Occupations.Coding;

/// <summary>A job title to be coded, with what else is known of the job.</summary>
/// <param name="Duties">What the worker does, in words.</param>
/// <param name="Naics">The employer's industry, two to six digits.</param>
public sealed record TitleQuestion(string Title, string? Duties = null, string? Naics = null);

/// <summary>The occupations that a job title may mean, the likeliest first, each SOC code once.</summary>
public sealed record CodedTitle
{
    public required string Title { get; init; }

    /// <summary>Whether the first candidate is not sure enough to stand alone: a person should choose.</summary>
    public required bool SeveralFit { get; init; }

    public required IReadOnlyList<TitleCandidate> Candidates { get; init; }
}

/// <summary>An occupation that a job title may mean.</summary>
public sealed record TitleCandidate
{
    /// <summary>The likeliest O*NET-SOC code of the SOC code.</summary>
    public required string OnetSoc { get; init; }

    public required string Soc { get; init; }

    /// <summary>The name of the O*NET occupation.</summary>
    public required string Title { get; init; }

    /// <summary>How probable it is that the SOC code is right, 0 to 1; calibrated on titles that were held back.</summary>
    public required double Confidence { get; init; }

    public required CodingReason Reason { get; init; }

    /// <summary>Further O*NET-SOC codes of the same SOC code that are nearly as likely.</summary>
    public required IReadOnlyList<string> AlsoOnetSoc { get; init; }
}

/// <summary>What speaks most for a candidate.</summary>
public enum CodingReasonKind
{
    /// <summary>The occupation carries this very title.</summary>
    SameTitle,

    /// <summary>The occupation carries a title much like it.</summary>
    NearTitle,

    /// <summary>The words, as they stand in titles of the occupation.</summary>
    Words,

    /// <summary>The duties are like tasks of the occupation.</summary>
    Duties,
}

/// <summary>Why a candidate was named.</summary>
/// <param name="Text">The title of the occupation that is the same or near; null where no single one tells.</param>
public sealed record CodingReason(CodingReasonKind Kind, string? Text);
