namespace Trellis.Core.Guidance;

/// <summary>What occupations are ranked by.</summary>
public enum FitCriterion
{
    /// <summary>How near the person's skills are to what the work asks.</summary>
    Skills,

    /// <summary>How like the person's interests are to those of the work.</summary>
    Interests,

    /// <summary>Pay in the area.</summary>
    Pay,

    /// <summary>Whether the area's rule calls it in demand.</summary>
    Outlook,

    /// <summary>How much more preparation it needs than the person has.</summary>
    Preparation,

    /// <summary>How near it is to the current or latest job.</summary>
    Nearness,
}

/// <summary>How much each criterion counts for a person, 0 (not at all) to 4, and which occupations are shown.</summary>
public sealed record FitChoice
{
    public const int Heaviest = 4;

    public int Skills { get; init; } = 4;
    public int Interests { get; init; } = 3;
    public int Pay { get; init; } = 1;
    public int Outlook { get; init; } = 1;
    public int Preparation { get; init; } = 2;
    public int Nearness { get; init; } = 2;

    /// <summary>The area whose pay and outlook count, by its code.</summary>
    public string Area { get; init; } = "us";

    /// <summary>Job zones above it are not shown; null shows all.</summary>
    public int? MostZone { get; init; }

    /// <summary>Whether occupations that pay less than needed are left out; those whose pay is not known stay.</summary>
    public bool OnlyEnoughPay { get; init; }

    public int Weight(FitCriterion criterion) => criterion switch
    {
        FitCriterion.Skills => Skills,
        FitCriterion.Interests => Interests,
        FitCriterion.Pay => Pay,
        FitCriterion.Outlook => Outlook,
        FitCriterion.Preparation => Preparation,
        _ => Nearness,
    };
}
