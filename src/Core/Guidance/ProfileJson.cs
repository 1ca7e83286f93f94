using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Core.Guidance;

/// <summary>
/// Writes a profile as the file that its person keeps: "trellis-profile", version 1. docs/decisions/0011-guidance.md tells the form. What
/// was not said is left out.
/// </summary>
public static class ProfileJson
{
    public const string Format = "trellis-profile";

    public const int Version = 1;

    public static byte[] Write(Profile profile, bool indented = true)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, profile);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Profile profile)
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        List(json, "jobs", profile.Jobs, Job);
        Member(json, "education", profile.Education);
        List(json, "credentials", profile.Credentials, Credential);
        Texts(json, "technologies", profile.Technologies);
        Texts(json, "languages", profile.Languages);
        List(json, "ratings", profile.Ratings, Rating);
        if (profile.Interests.Count > 0)
        {
            json.WriteStartObject("interests");
            foreach (var (item, answer) in profile.Interests)
                json.WriteNumber(item, answer);
            json.WriteEndObject();
        }
        if (profile.Constraints != new Constraints())
            Constraints(json, profile.Constraints);
        if (profile.Fit != new FitChoice())
            Fit(json, profile.Fit);
        json.WriteEndObject();
    }

    private static void Job(Utf8JsonWriter json, PastJob job)
    {
        json.WriteString("title", job.Title);
        Text(json, "onetSoc", job.OnetSoc);
        if (job.Confidence is { } confidence)
            json.WriteNumber("confidence", Math.Round(confidence, 3));
        Number(json, "months", job.Months);
        Number(json, "endYear", job.EndYear);
        Flag(json, "current", job.IsCurrent);
    }

    private static void Credential(Utf8JsonWriter json, HeldCredential credential)
    {
        json.WriteString("name", credential.Name);
        Number(json, "year", credential.Year);
    }

    private static void Rating(Utf8JsonWriter json, SkillRating rating)
    {
        json.WriteString("target", rating.Target);
        json.WriteNumber("level", rating.Level);
        json.WriteString("rater", Name(rating.Rater));
        Day(json, "on", rating.On);
        Text(json, "evidence", rating.Evidence);
    }

    private static void Constraints(Utf8JsonWriter json, Constraints constraints)
    {
        json.WriteStartObject("constraints");
        Text(json, "place", constraints.Place);
        Number(json, "miles", constraints.Miles);
        if (constraints.PayNeeded is { } cents)
            json.WriteNumber("payNeededCents", cents);
        Texts(json, "schedules", [.. Enum.GetValues<Schedules>().Where(s => s != Schedules.None && constraints.Schedules.HasFlag(s)).Select(s => Name(s))]);
        Member(json, "transport", constraints.Transport);
        Flag(json, "childCare", constraints.NeedsChildCare);
        Day(json, "startOn", constraints.StartOn);
        json.WriteEndObject();
    }

    private static void Fit(Utf8JsonWriter json, FitChoice fit)
    {
        json.WriteStartObject("fit");
        foreach (var criterion in Enum.GetValues<FitCriterion>())
            json.WriteNumber(Name(criterion), fit.Weight(criterion));
        json.WriteString("area", fit.Area);
        Number(json, "mostZone", fit.MostZone);
        Flag(json, "onlyEnoughPay", fit.OnlyEnoughPay);
        json.WriteEndObject();
    }

    /// <summary>The member of a list of choices as files write it: "partTime".</summary>
    internal static string Name<T>(T member) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableList<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
            json.WriteBoolean(name, true);
    }

    private static void Member<T>(Utf8JsonWriter json, string name, T? member) where T : struct, Enum
    {
        if (member is { } known)
            json.WriteString(name, Name(known));
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day) => Text(json, name, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
