using Trellis.Core.Codes;

namespace Trellis.Core.Training;

/// <summary>
/// A program of study on a list of eligible training programs. Source: the state's list or the federal file of all lists (ETA-9171,
/// elements 105 to 119). Money is whole cents; a figure without a number says why.
/// </summary>
public sealed class TrainingProgram
{
    public required int ReleaseKey { get; init; }

    /// <summary>The list and the program's number in it, "nj-253"; where the list has no number, one made of what names the program.</summary>
    public required string Id { get; init; }
    public required string ProviderId { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public string? Url { get; init; }

    /// <summary>The field of study, "51.3801", in whichever edition the list uses.</summary>
    public string? Cip { get; init; }

    /// <summary>The digits of what it may lead to; see <see cref="PotentialOutcome"/>. Empty where the list does not say.</summary>
    public string Outcomes { get; init; } = "";

    /// <summary>The credentials that it leads to, by name.</summary>
    public string? Credential { get; init; }
    public string? Prerequisites { get; init; }
    public double? Hours { get; init; }

    /// <summary>The length in weeks from and to; the same twice where the list gives one number, no end where it says "more than".</summary>
    public double? WeeksLeast { get; init; }
    public double? WeeksMost { get; init; }

    /// <summary>Whether it ends when the learner can do what is taught, and so has no length; lists write -1 for that.</summary>
    public bool IsCompetencyBased { get; init; }
    public ProgramFormat Format { get; init; }
    public int? Tuition { get; init; }
    public int? Fees { get; init; }
    public int? Supplies { get; init; }
    public int? OtherCosts { get; init; }

    /// <summary>What a learner pays after the usual aid, where the list knows it.</summary>
    public int? OutOfPocket { get; init; }

    /// <summary>All costs together: as the list gives them, or the sum of its parts; see <see cref="Training.TotalCost"/>.</summary>
    public int? TotalCost { get; init; }

    /// <summary>The states of the figures in the order of <see cref="ProgramFigure"/>, as <see cref="FigureMarks"/> writes them.</summary>
    public string Marks { get; init; } = "";
    public DateOnly? ListedOn { get; init; }

    /// <summary>Its standing on the list, in the list's words.</summary>
    public string? Status { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Zip { get; init; }
    public string? County { get; init; }

    /// <summary>Languages other than English that are spoken there, in the list's words.</summary>
    public string? Languages { get; init; }
    public bool? HasEvening { get; init; }
    public bool? IsAccessible { get; init; }
    public bool? HasChildCare { get; init; }

    /// <summary>Of the results that the list itself gives for all students, what programs are put in order by.</summary>
    public double? EmployedQ2Rate { get; set; }
    public int? Earnings { get; set; }

    /// <summary>All words that a search looks at, in lower case.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>Its city and county as <see cref="PlaceFilter.PlaceText"/> writes them.</summary>
    public string PlaceText { get; init; } = "";

    public Figure Of(ProgramFigure which) => Figure.From(which switch
    {
        ProgramFigure.Hours => Hours,
        ProgramFigure.Weeks => WeeksMost ?? WeeksLeast,
        ProgramFigure.Tuition => Tuition,
        ProgramFigure.Fees => Fees,
        ProgramFigure.Supplies => Supplies,
        ProgramFigure.OtherCosts => OtherCosts,
        ProgramFigure.OutOfPocket => OutOfPocket,
        _ => TotalCost,
    }, FigureMarks.At(Marks, (int)which));
}

/// <summary>The figures of a program, in the order of its marks.</summary>
public enum ProgramFigure
{
    Hours,
    Weeks,
    Tuition,
    Fees,
    Supplies,
    OtherCosts,
    OutOfPocket,
    TotalCost,
}

/// <summary>Where a program is taught. Source: ETA-9171, element 116.</summary>
public enum ProgramFormat
{
    NotReported,
    InPerson,
    Online,
    Hybrid,
}

/// <summary>What a program may lead to, by the digit that ETA-9171, element 108, gives it.</summary>
public enum PotentialOutcome
{
    SkillGainToEmployment,
    IndustryCertificate,
    ApprenticeshipCertificate,
    License,
    AssociateDegree,
    BachelorDegree,
    CollegeCertificate,
    SecondaryDiploma,
    Employment,
    SkillGainToCredential,
}

/// <summary>An occupation that the provider itself names for a program. Source: ETA-9171, elements 117 to 119.</summary>
public sealed class ProgramOccupation
{
    public required int ReleaseKey { get; init; }
    public required string ProgramId { get; init; }

    /// <summary>1 to 3, in the order given.</summary>
    public required int Ordinal { get; init; }
    public required string Soc { get; init; }
    public string? OnetSoc { get; init; }
}
