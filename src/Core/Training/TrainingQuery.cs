namespace Trellis.Core.Training;

/// <summary>What somebody looks for among the programs. Everything may be left out.</summary>
public sealed record TrainingQuery
{
    /// <summary>A SOC code, "29-1141".</summary>
    public string? Soc { get; init; }

    /// <summary>Words that must be found in the name, the credential, the provider or the description.</summary>
    public string Words { get; init; } = "";

    /// <summary>The language of the words.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A ZIP code, or the name of a city or a county.</summary>
    public string Place { get; init; } = "";

    /// <summary>How far from the ZIP code.</summary>
    public int Miles { get; init; } = 25;

    /// <summary>In cents; programs whose cost is not known are counted and left out.</summary>
    public int? MostCost { get; init; }
    public double? MostWeeks { get; init; }
    public ProgramFormat? Format { get; init; }
    public PotentialOutcome? LeadsTo { get; init; }
    public bool Evening { get; init; }
    public bool Accessible { get; init; }
    public bool ChildCare { get; init; }

    /// <summary>A field of study, "51.3801".</summary>
    public string? Cip { get; init; }

    /// <summary>A provider by its id.</summary>
    public string? Provider { get; init; }
    public ProgramOrder Order { get; init; }

    /// <summary>How many programs to pass over, and how many to give.</summary>
    public int Offset { get; init; }
    public int PageSize { get; init; } = 20;
}

/// <summary>By what programs are put in order.</summary>
public enum ProgramOrder
{
    /// <summary>How well they fit: docs/formulas.md, "Order of training programs".</summary>
    Fit,
    Cost,
    Length,
    Employment,
    Earnings,
    Distance,
}
