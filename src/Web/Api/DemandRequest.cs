using System.ComponentModel;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Web.Api;

/// <summary>What a caller of /api/v1/demand asks for.</summary>
public sealed record DemandRequest
{
    public const string LabelSentence = "Expected: in-demand, balanced, not-in-demand, not-judged or out-of-scope.";

    private static readonly string[] LabelNames =
        [.. Enum.GetValues<DemandLabel>().Select(l => ApiAnswer.Word(l)), ApiAnswer.Word(RuleStanding.NotJudged), ApiAnswer.Word(RuleStanding.OutOfScope)];

    [Description("The code of an area: us, state-53, region-north; us where not given")]
    public string? Area { get; init; }

    [Description("The name of a rule, as /api/v1/demand/rules lists them; the first where not given")]
    public string? Rule { get; init; }

    [Description("Only occupations with this label: in-demand, balanced, not-in-demand, not-judged or out-of-scope")]
    public string? Label { get; init; }

    [Description("Words of the title, or the beginning of a code")]
    public string? Q { get; init; }

    internal bool IsLabelRight => Label is null || LabelNames.Contains(Label);

    internal bool Fits(InDemandEntry entry, string? title) => (Label is null || LabelOf(entry) == Label)
        && (string.IsNullOrWhiteSpace(Q) || entry.Occupation.Value.StartsWith(Q.Trim(), StringComparison.Ordinal) || (title ?? "").Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The label that holds, or why there is none.</summary>
    internal static string LabelOf(InDemandEntry entry) => entry.Label is { } label ? ApiAnswer.Word(label) : ApiAnswer.Word(entry.Outcome.Standing);
}
