using System.Globalization;
using System.Text.Json;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Text;

namespace Trellis.Interop.RequirementProfiles;

/// <summary>Requirement profiles as tables for spreadsheets.</summary>
public static class RequirementTable
{
    private const int CentsPerDollar = 100;

    /// <summary>What one profile asks for, a statement in each row.</summary>
    public static OutgoingTable Of(RequirementContent content, string language) => new(
        "Requirements", ["id", "notation", "block", "statement", "level", "importance", "employers", "framework", "version", "profile", "number"],
        [.. content.Lines.Select(l => (IReadOnlyList<OutgoingCell>)
        [
            l.Statement.Id.ToString(), l.Statement.Notation, PlainText.Of(l.Block.In(language)), PlainText.Of(l.Statement.Text.In(language)), (double)l.Item.Level, (double?)l.Item.Importance,
            (double?)l.Item.Employers, content.Model.Slug, content.Model.Version.Number, content.Profile.Title, (double)content.Profile.Number,
        ])]);

    /// <summary>A list of profiles. Pay is in dollars.</summary>
    public static OutgoingTable Of(IEnumerable<RequirementProfile> profiles) => new(
        "Requirement profiles",
        ["id", "title", "kind", "status", "number", "occupation", "employers", "statements", "employer", "job", "place", "pay from", "pay to", "pay per", "openings", "closes on", "updated"],
        [.. profiles.Select(p => (IReadOnlyList<OutgoingCell>)
        [
            p.Id.ToString(), p.Title, Word(p.Kind), Word(p.Status), (double)p.Number, p.OnetSoc, (double?)p.Employers, (double)p.Items, p.Employer, p.JobTitle, p.Place,
            Dollars(p.PayFrom), Dollars(p.PayTo), Word(p.PayPer), (double?)p.Openings, p.ClosesOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            p.ChangedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ])]);

    private static double? Dollars(long? cents) => (double?)cents / CentsPerDollar;

    private static string? Word(Enum? member) => member is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
