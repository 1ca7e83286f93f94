using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>What ways are looked for to: requirements, and the occupations whose programs are looked at.</summary>
/// <param name="Socs">SOC codes, "29-1141".</param>
public sealed record ClosingGoal(Requirements Requirements, IReadOnlyList<string> Socs)
{
    private const int SocLength = 7;

    /// <summary>Models name a dozen occupations at most that programs are worth a look for; more say little of the model.</summary>
    private const int MostOccupations = 12;

    public static ClosingGoal OfOccupation(Requirements requirements, string code) => new(requirements, [code[..SocLength]]);

    /// <summary>A model, with the occupations that it names.</summary>
    public static async Task<ClosingGoal> OfModelAsync(Db db, Model model, Requirements requirements, CancellationToken stop = default) => new(
        requirements,
        [.. (await OccupationModels.CodesAsync(db, model.Framework.Slug, stop)).Where(c => c.Length >= SocLength).Select(c => c[..SocLength]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostOccupations)]);
}

/// <summary>Whom ways are looked for: how they stand to the goal, what their limits are and where they live.</summary>
public sealed record ClosingPerson(GapAnalysis Gap, Constraints Limits, PlaceFilter Place);
