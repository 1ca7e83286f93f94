using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Review;

/// <summary>
/// Who validated a version: how many reviewers answered, when, and the organizations that allowed to be named. It stands in the
/// version's extensions, so that it goes out with it. No person is named.
/// </summary>
public sealed record ReviewCitation(int Reviewers, int Rounds, DateOnly From, DateOnly To, IReadOnlyList<string> Organizations)
{
    /// <summary>The name of the field in the extensions of a version.</summary>
    public const string Field = "validatedBy";

    /// <summary>What is to be cited of the rounds of a draft; null where nobody answered.</summary>
    public static async Task<ReviewCitation?> ReadAsync(Db db, Guid draft, CancellationToken stop = default)
    {
        var answered = await db.ReviewRounds.Where(r => r.DraftId == draft).Join(db.ReviewInvitations, r => r.Id, i => i.RoundId, (_, i) => i)
            .Where(i => i.FirstAnswerAt != null).ToListAsync(stop);
        if (answered.Count == 0)
            return null;
        return new(
            answered.Count,
            answered.Select(i => i.RoundId).Distinct().Count(),
            DateOnly.FromDateTime(answered.Min(i => i.FirstAnswerAt)!.Value.UtcDateTime),
            DateOnly.FromDateTime(answered.Max(i => i.LastAnswerAt)!.Value.UtcDateTime),
            [.. answered.Where(i => i.MayBeNamed).Select(i => i.Organization).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>What a version says of its validation; null where it says nothing that Trellis wrote.</summary>
    public static ReviewCitation? Of(FrameworkVersion version)
    {
        if (version.Extensions is null)
            return null;
        using var fields = JsonDocument.Parse(version.Extensions);
        try
        {
            return fields.RootElement.TryGetProperty(Field, out var cited) ? cited.Deserialize<ReviewCitation>(TextJson.Options) : null;
        }
        catch (JsonException)
        {
            // Another system may use the same name for something else.
            return null;
        }
    }
}
