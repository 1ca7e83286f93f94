using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.RequirementProfiles;

namespace Trellis.Web.Pages.RequirementProfiles;

/// <summary>Reads what somebody wrote about a requirement profile, and which statements were chosen.</summary>
public static class RequirementForm
{
    private const string Level = "level-", Importance = "importance-";
    private const decimal CentsPerDollar = 100;

    /// <summary>The title, occupation and job of a form, with the statements given beside.</summary>
    public static RequirementDraft About(IFormCollection form, RequirementKind kind, IReadOnlyList<RequirementEntry> items) => new()
    {
        Kind = kind,
        Title = form["title"].ToString(),
        Note = Text(form, "note")?.ReplaceLineEndings("\n"),
        OnetSoc = Text(form, "occupation"),
        Job = kind == RequirementKind.JobOrder ? Job(form) : null,
        Items = items,
    };

    /// <summary>What a profile says, with other statements.</summary>
    public static RequirementDraft With(RequirementProfile profile, IReadOnlyList<RequirementEntry> items) => new()
    {
        Kind = profile.Kind,
        Title = profile.Title,
        Note = profile.Note,
        OnetSoc = profile.OnetSoc,
        Job = profile.Job,
        Items = items,
    };

    /// <summary>The statements after a part of them was shown and chosen anew. Employers stand behind a level only as long as it is theirs.</summary>
    public static List<RequirementEntry> Items(IFormCollection form, IReadOnlyList<RequirementItem> before)
    {
        var known = before.ToDictionary(i => i.StatementId);
        var items = before.Where(i => !form.ContainsKey(Level + i.StatementId)).Select(Entry).ToList();
        foreach (var name in form.Keys.Where(k => k.StartsWith(Level, StringComparison.Ordinal)))
        {
            var id = name[Level.Length..];
            if (!Guid.TryParse(id, out var statement) || Number(form, name) is not { } level)
                continue;
            var old = known.GetValueOrDefault(statement);
            items.Add(new(statement, level, Number(form, Importance + id), old?.Level == level ? old.Employers : null));
        }
        return items;
    }

    public static RequirementEntry Entry(RequirementItem item) => new(item.StatementId, item.Level, item.Importance, item.Employers);

    private static JobFacts Job(IFormCollection form)
    {
        var (from, to) = (Cents(form, "pay-from"), Cents(form, "pay-to"));
        var per = Enum.TryParse<PayUnit>(form["pay-per"], out var unit) && Enum.IsDefined(unit) ? unit : PayUnit.Hour;
        return new(Text(form, "employer"), Text(form, "job"), Text(form, "place"), new(from, to, from is null && to is null ? null : per), Number(form, "openings"), Day(form, "closes"));
    }

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static int? Number(IFormCollection form, string name) => Text(form, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new UnusableInputException(Problem.Rejected("not-a-number", name, "'{0}' is no whole number.", text));

    private static long? Cents(IFormCollection form, string name) => Text(form, name) is not { } text ? null
        : decimal.TryParse(text.TrimStart('$'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var dollars) && dollars < long.MaxValue / CentsPerDollar
            ? (long)Math.Round(dollars * CentsPerDollar, MidpointRounding.AwayFromZero)
            : throw new UnusableInputException(Problem.Rejected("not-an-amount", name, "'{0}' is no amount in dollars. An amount looks like 21.50.", text));

    private static DateOnly? Day(IFormCollection form, string name) => Text(form, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UnusableInputException(Problem.Rejected("not-a-day", name, "'{0}' is no day. A day looks like 2026-03-31.", text));
}
