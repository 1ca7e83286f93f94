using System.ComponentModel;
using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Web.Api;

/// <summary>What a caller of /api/v1/programs asks for. What cannot be read is a fault, named with what would be right.</summary>
public sealed record ProgramsRequest
{
    private const int CentsPerDollar = 100;
    private const int MostDollars = 1_000_000;

    [Description("A SOC or O*NET-SOC code, 29-1141")]
    public string? Occupation { get; init; }

    [Description("Words in the name, the credential, the provider, the description or the field of study")]
    public string? Q { get; init; }

    [Description("A ZIP code, or the name of a city or county")]
    public string? Place { get; init; }

    [Description("Miles around the ZIP code; 25 where not given")]
    public int? Miles { get; init; }

    [Description("Highest total cost in dollars")]
    public int? Cost { get; init; }

    [Description("Greatest length in weeks")]
    public int? Weeks { get; init; }

    [Description("InPerson, Online or Hybrid")]
    public string? Format { get; init; }

    [Description("What it leads to: IndustryCertificate, License, AssociateDegree …")]
    public string? Leads { get; init; }

    [Description("A field of study, 51.3801")]
    public string? Cip { get; init; }

    [Description("A provider by its id")]
    public string? Provider { get; init; }

    [Description("Fit, Cost, Length, Employment, Earnings or Distance")]
    public string? Sort { get; init; }

    [Description("Programs in an answer, 1 to 100; 20 where not given")]
    public int? Limit { get; init; }

    [Description("How many programs to pass over")]
    public int? Offset { get; init; }

    internal Paging Window => ApiAnswer.Window(Limit, Offset)!.Value;

    public Dictionary<string, string[]> Faults()
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check("occupation", Occupation is null || SocCode.TryParse(Occupation, out _), "Expected: a code such as 29-1141 or 29-1141.00.");
        Check("miles", Miles is null or (>= 1 and <= 500), "Expected: 1 to 500.");
        Check("cost", Cost is null or (>= 0 and <= MostDollars), "Expected: dollars, 0 to 1000000.");
        Check("weeks", Weeks is null or > 0, "Expected: a number of weeks above 0.");
        Check("format", Format is null || Member<ProgramFormat>(Format) is not null, "Expected: InPerson, Online or Hybrid.");
        Check("leads", Leads is null || Member<PotentialOutcome>(Leads) is not null, $"Expected: {string.Join(", ", Enum.GetNames<PotentialOutcome>())}.");
        Check("cip", Cip is null || CipCode.TryParse(Cip, out _), "Expected: a code such as 51.3801.");
        Check("sort", Sort is null || Member<ProgramOrder>(Sort) is not null, $"Expected: {string.Join(", ", Enum.GetNames<ProgramOrder>())}.");
        Check("limit", ApiAnswer.Window(Limit, Offset) is not null, ApiAnswer.WindowSentence);
        return faults;

        void Check(string name, bool isRight, string sentence)
        {
            if (!isRight)
                faults[name] = [sentence];
        }
    }

    public TrainingQuery Query() => new()
    {
        Soc = SocCode.TryParse(Occupation, out var soc) ? soc.Value : null,
        Words = Q ?? "",
        Place = Place ?? "",
        Miles = Miles ?? 25,
        MostCost = Cost * CentsPerDollar,
        MostWeeks = Weeks,
        Format = Member<ProgramFormat>(Format),
        LeadsTo = Member<PotentialOutcome>(Leads),
        Cip = CipCode.TryParse(Cip, out var cip) ? cip.Value : null,
        Provider = Provider,
        Order = Member<ProgramOrder>(Sort) ?? ProgramOrder.Fit,
        Offset = Window.Offset,
        PageSize = Window.Limit,
    };

    private static T? Member<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) && !char.IsAsciiDigit(text![0]) ? member : null;
}
