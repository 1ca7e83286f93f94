using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.LaborMarket;

/// <summary>Keeps what a board puts in place of a rule's label. Nothing is changed or deleted: a later entry stands in the place of the former.</summary>
public sealed class InDemandOverrideEditor(Db db)
{
    private const int LongestReason = 1000;

    /// <summary>Saves a label, or gives the rule its say back where <paramref name="label"/> is null. The reason of the change is the board's.</summary>
    public async Task<InDemandOverride> SaveAsync(InDemandRule rule, (AreaCode Area, SocCode Occupation) place, DemandLabel? label, Change change, CancellationToken stop = default)
    {
        var (area, why) = (place.Area.ToString(), change.Why.Trim());
        if (why.Length is 0 or > LongestReason)
            throw new UnusableInputException(Problem.Rejected("override-reason", "why", "Say why, in 1 to {0} characters; everybody can read it beside the label.", $"{LongestReason}"));
        if (label is { } asked && !rule.Labels.ContainsKey(asked))
            throw new UnusableInputException(Problem.Rejected("unknown-label", "label", "The rule {0} has no such label.", rule.Name));
        if (!await db.Areas.AnyAsync(a => a.Code == area, stop))
            throw new UnusableInputException(Problem.Rejected("unknown-area", "area", "There is no area with the code {0}.", area));
        var entry = new InDemandOverride
        {
            Rule = rule.Name,
            RuleVersion = rule.Version,
            Area = area,
            Occupation = place.Occupation.Value,
            Label = label,
            Who = change.Who,
            When = change.When,
            Why = why,
        };
        await using var transaction = await db.BeginWriteAsync(stop);
        db.Add(entry);
        db.Add(AuditEntry.Of(change with { Why = why }, "demand override", $"{rule.Name} {area} {place.Occupation}", null,
            JsonSerializer.Serialize(new { label = label?.ToString(), version = rule.Version }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return entry;
    }
}
