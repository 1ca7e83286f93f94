using System.Collections.Immutable;
using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Core.Guidance;

/// <summary>Reads a profile file strictly: all faults are told with their places, and a file with any is not taken at all.</summary>
public static class ProfileReader
{
    public const int MostJobs = 20, MostCredentials = 30, MostNames = 60, MostRatings = 400, LongestName = 120, LongestEvidence = 200;

    private const int MostMonths = 720, MostMiles = 500, MostInterests = 60;

    private const long MostPay = 100_000_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static Profile Read(ReadOnlyMemory<byte> file)
    {
        var problems = new List<Problem>();
        try
        {
            using var json = JsonDocument.Parse(file, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new UnusableInputException(Problem.Rejected("no-profile", "", "This is no profile that was saved here: there is no object in it."));
            var fields = new ProfileFields(json.RootElement, "", problems);
            var profile = Read(fields);
            return problems.Count == 0 ? profile : throw new UnusableInputException(problems);
        }
        catch (JsonException e)
        {
            throw new UnusableInputException(Problem.Rejected("not-json", "", "Line {0} is not JSON.", $"{e.LineNumber + 1}"));
        }
    }

    private static Profile Read(ProfileFields fields)
    {
        if (fields.Text("format", 40, isNeeded: true) is { } format && format != ProfileJson.Format)
            fields.Fault("unknown-format", "format", "The format is \"{0}\"; this program reads \"{1}\".", format, ProfileJson.Format);
        if (fields.Whole("version", 1, int.MaxValue, isNeeded: true) is > ProfileJson.Version and var version)
            fields.Fault("newer-version", "version", "The file is of version {0}; this program reads version {1}.", $"{version}", $"{ProfileJson.Version}");
        var profile = new Profile
        {
            Jobs = [.. fields.Objects("jobs", MostJobs, Job)],
            Education = fields.Member<EducationLevel>("education"),
            Credentials = [.. fields.Objects("credentials", MostCredentials, Credential)],
            Technologies = [.. fields.Texts("technologies", MostNames, LongestName)],
            Languages = [.. fields.Texts("languages", MostNames, LongestName)],
            Ratings = [.. fields.Objects("ratings", MostRatings, Rating)],
            Interests = fields.Object("interests", Interests) ?? ImmutableSortedDictionary<string, int>.Empty,
            Constraints = fields.Object("constraints", Constraints) ?? new(),
            Fit = fields.Object("fit", Fit) ?? new(),
        };
        foreach (var twice in profile.Ratings.GroupBy(r => (r.Target, r.Rater)).Where(g => g.Count() > 1))
            fields.Fault("rated-twice", "ratings", "{0} is rated twice by the same rater.", twice.Key.Target);
        fields.Close();
        return profile;
    }

    private static PastJob? Job(ProfileFields fields)
    {
        var (title, code) = (fields.Text("title", LongestName, isNeeded: true), fields.Text("onetSoc", 10));
        if (code is not null && !OnetSocCode.TryParse(code, out _))
            fields.Fault("no-onet-code", "onetSoc", "\"{0}\" is no O*NET-SOC code. Codes look like 29-1141.00.", code);
        var job = new PastJob(title ?? "", code)
        {
            Confidence = fields.Share("confidence"),
            Months = fields.Whole("months", 0, MostMonths),
            EndYear = fields.Whole("endYear", 1900, 2200),
            IsCurrent = fields.Flag("current"),
        };
        return title is null ? null : job;
    }

    private static HeldCredential? Credential(ProfileFields fields)
    {
        var (name, year) = (fields.Text("name", LongestName, isNeeded: true), fields.Whole("year", 1900, 2200));
        return name is null ? null : new(name, year);
    }

    private static SkillRating? Rating(ProfileFields fields)
    {
        var target = fields.Text("target", 40, isNeeded: true);
        if (target is not null && !IsTarget(target))
            fields.Fault("no-target", "target", "\"{0}\" is neither an element of the O*NET content model, as 2.A.1.a, nor the id of a statement.", target);
        var (level, rater) = (fields.Whole("level", 0, SkillRating.Highest, isNeeded: true), fields.Member<Rater>("rater", isNeeded: true));
        var (on, evidence) = (fields.Day("on"), fields.Text("evidence", LongestEvidence));
        return target is null || level is null || rater is null ? null : new(target, level.Value, rater.Value) { On = on, Evidence = evidence };
    }

    /// <summary>Whether a text can be the target of a rating: an element of the content model, or the id of a statement.</summary>
    public static bool IsTarget(string text) => OnetElementId.TryParse(text, out _) || (Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text);

    private static ImmutableSortedDictionary<string, int> Interests(ProfileFields fields)
    {
        var answers = fields.Rest(0, SkillRating.Highest).ToList();
        if (answers.Count > MostInterests)
            fields.Fault("too-many", "", "The list has {0} entries; {1} are the most.", $"{answers.Count}", $"{MostInterests}");
        foreach (var (name, _) in answers.Where(a => a.Name.Length is 0 or > 8 || !InterestFit.Letters.Contains(a.Name[0], StringComparison.Ordinal)))
            fields.Fault("unknown-item", name.Length > 20 ? name[..20] : name, "There is no such question on interests.");
        return answers.Where(a => a.Number is not null).ToImmutableSortedDictionary(a => a.Name, a => a.Number!.Value, StringComparer.Ordinal);
    }

    private static Constraints Constraints(ProfileFields fields) => new()
    {
        Place = fields.Text("place", LongestName),
        Miles = fields.Whole("miles", 1, MostMiles),
        PayNeeded = fields.Large("payNeededCents", 0, MostPay),
        Schedules = fields.Members<Schedules>("schedules"),
        Transport = fields.Member<Transport>("transport"),
        NeedsChildCare = fields.Flag("childCare"),
        StartOn = fields.Day("startOn"),
    };

    private static FitChoice Fit(ProfileFields fields)
    {
        var usual = new FitChoice();
        return new()
        {
            Skills = Weight(FitCriterion.Skills),
            Interests = Weight(FitCriterion.Interests),
            Pay = Weight(FitCriterion.Pay),
            Outlook = Weight(FitCriterion.Outlook),
            Preparation = Weight(FitCriterion.Preparation),
            Nearness = Weight(FitCriterion.Nearness),
            Area = Area(fields) ?? usual.Area,
            MostZone = fields.Whole("mostZone", 1, 5),
            OnlyEnoughPay = fields.Flag("onlyEnoughPay"),
        };

        int Weight(FitCriterion criterion) => fields.Whole(ProfileJson.Name(criterion), 0, FitChoice.Heaviest) ?? usual.Weight(criterion);
    }

    private static string? Area(ProfileFields fields)
    {
        var area = fields.Text("area", 60);
        if (area is not null && !AreaCode.TryParse(area, out _))
            fields.Fault("no-area-code", "area", "\"{0}\" is no code of an area, as us or state-34.", area);
        return area;
    }
}
