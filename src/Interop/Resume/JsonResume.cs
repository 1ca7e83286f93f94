using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;

namespace Trellis.Interop.Resume;

/// <summary>
/// Reads and writes JSON Resume, the open format of résumés, as far as a profile has the same: work, education, certificates, skills and
/// languages. Source: the schema at jsonresume.org, version 1.0. Names and addresses of people are neither read nor written.
/// </summary>
public static class JsonResume
{
    private static readonly string[] Parts = ["basics", "work", "education", "certificates", "skills", "languages"];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Whether a file looks like one; a profile that was saved here names its own format.</summary>
    public static bool Is(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var json = JsonDocument.Parse(file, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.TryGetProperty("format", out _)
                && Array.Exists(Parts, p => json.RootElement.TryGetProperty(p, out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The profile with what the résumé adds to it. What a résumé may hold and a profile does not is passed over.</summary>
    public static Profile Read(ReadOnlyMemory<byte> file, Profile profile, DateTimeOffset now)
    {
        using var json = JsonDocument.Parse(file, Options);
        var root = json.RootElement;
        var jobs = Objects(root, "work").Select(w => Job(w, now)).OfType<PastJob>().Where(j => !profile.Jobs.Exists(k => k.Title == j.Title && k.EndYear == j.EndYear));
        var schooling = Objects(root, "education").Select(e => Level(Text(e, "studyType"))).Max();
        var credentials = Objects(root, "certificates").Select(c => Text(c, "name") is { } name ? new HeldCredential(name, Year(Text(c, "date"))) : null).OfType<HeldCredential>();
        var skills = Objects(root, "skills").SelectMany(s => (Text(s, "name") is { } name ? new[] { name } : []).Concat(Texts(s, "keywords")));
        var languages = Objects(root, "languages").Select(l => Text(l, "language")).OfType<string>();
        return profile with
        {
            Jobs = [.. profile.Jobs.Concat(jobs).Take(ProfileReader.MostJobs)],
            Education = profile.Education is { } own && (schooling is null || own > schooling) ? own : schooling,
            Credentials = [.. profile.Credentials.Concat(credentials).DistinctBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Take(ProfileReader.MostCredentials)],
            Technologies = Together(profile.Technologies, skills),
            Languages = Together(profile.Languages, languages),
        };
    }

    public static byte[] Write(Profile profile)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            List(json, "work", profile.Jobs, j =>
            {
                json.WriteString("position", j.Title);
                if (j.EndYear is { } ended)
                    json.WriteString("endDate", ended.ToString("0000", CultureInfo.InvariantCulture));
            });
            List(json, "education", profile.Education is { } level ? new[] { level } : [], l => json.WriteString("studyType", StudyType(l)));
            List(json, "certificates", profile.Credentials, c =>
            {
                json.WriteString("name", c.Name);
                if (c.Year is { } year)
                    json.WriteString("date", year.ToString("0000", CultureInfo.InvariantCulture));
            });
            List(json, "skills", profile.Technologies, t => json.WriteString("name", t));
            List(json, "languages", profile.Languages, l => json.WriteString("language", l));
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static PastJob? Job(JsonElement work, DateTimeOffset now)
    {
        if (Text(work, "position") is not { } title)
            return null;
        var (start, end) = (Text(work, "startDate"), Text(work, "endDate"));
        var last = end is null ? now.Year * 12 + now.Month - 1 : Months(end, 12);
        return new(title)
        {
            Months = Months(start, 1) is { } first && last >= first ? last - first + 1 : null,
            EndYear = Year(end),
            IsCurrent = start is not null && end is null,
        };
    }

    /// <summary>A date of a résumé ("2019", "2019-05", "2019-05-31") in months since the year 0.</summary>
    private static int? Months(string? date, int month)
    {
        if (Year(date) is not { } year)
            return null;
        var parts = date!.Split('-');
        return year * 12 + (parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told is >= 1 and <= 12 ? told : month) - 1;
    }

    private static int? Year(string? date) =>
        date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200 ? year : null;

    private static EducationLevel? Level(string? studyType) => studyType?.ToLowerInvariant() switch
    {
        null => null,
        var t when t.Contains("doctor", StringComparison.Ordinal) || t.StartsWith("ph", StringComparison.Ordinal) => EducationLevel.Doctorate,
        var t when t.Contains("master", StringComparison.Ordinal) || t is "mba" or "ma" or "ms" => EducationLevel.Master,
        var t when t.Contains("bachelor", StringComparison.Ordinal) || t is "ba" or "bs" => EducationLevel.Bachelor,
        var t when t.Contains("associate", StringComparison.Ordinal) || t is "aa" or "as" or "aas" => EducationLevel.Associate,
        var t when t.Contains("certificate", StringComparison.Ordinal) => EducationLevel.Certificate,
        var t when t.Contains("some college", StringComparison.Ordinal) => EducationLevel.SomeCollege,
        var t when t.Contains("high school", StringComparison.Ordinal) || t is "ged" => EducationLevel.HighSchool,
        _ => null,
    };

    private static string StudyType(EducationLevel level) => level switch
    {
        EducationLevel.LessThanHighSchool => "Less than high school",
        EducationLevel.HighSchool => "High school",
        EducationLevel.SomeCollege => "Some college",
        _ => level.ToString(),
    };

    private static ImmutableList<string> Together(IEnumerable<string> own, IEnumerable<string> added) =>
        [.. own.Concat(added).Distinct(StringComparer.OrdinalIgnoreCase).Take(ProfileReader.MostNames)];

    private static IEnumerable<JsonElement> Objects(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Take(200) : [];

    private static IEnumerable<string> Texts(JsonElement item, string name) =>
        item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(Clean).OfType<string>() : [];

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var found) ? Clean(found) : null;

    private static string? Clean(JsonElement found) =>
        found.ValueKind == JsonValueKind.String && found.GetString()!.Trim() is { Length: > 0 and <= ProfileReader.LongestName } text && !text.Any(char.IsControl) ? text : null;

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
