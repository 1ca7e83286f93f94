using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Core.Guidance;

/// <summary>
/// The fields of one object of a profile file. Each is asked for by name and checked; what is wrong is noted with its place, and what
/// nobody asked for is an error too.
/// </summary>
internal sealed class ProfileFields(JsonElement element, string where, List<Problem> problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string Where { get; } = where;

    public string? Text(string name, int longest, bool isNeeded = false)
    {
        if (Find(name, JsonValueKind.String, "This must be a text.", isNeeded) is not { } found)
            return null;
        var text = found.GetString()!.Trim();
        if (text.Length > longest)
            Fault("too-long", name, "The text has {0} characters; {1} are the most.", Number(text.Length), Number(longest));
        else if (text.Length == 0 && isNeeded)
            Fault("empty-text", name, "The text is empty.");
        else if (text.Any(char.IsControl))
            Fault("control-character", name, "The text holds a character that cannot be printed.");
        return text.Length == 0 ? null : text;
    }

    public int? Whole(string name, int least, int most, bool isNeeded = false) => (int?)Large(name, least, most, isNeeded);

    public long? Large(string name, long least, long most, bool isNeeded = false)
    {
        if (Find(name, JsonValueKind.Number, "This must be a number.", isNeeded) is not { } found)
            return null;
        if (found.TryGetInt64(out var number) && number >= least && number <= most)
            return number;
        Fault("out-of-range", name, "{0} is not a whole number from {1} to {2}.", found.GetRawText(), Number(least), Number(most));
        return null;
    }

    public double? Share(string name)
    {
        if (Find(name, JsonValueKind.Number, "This must be a number.", false) is not { } found)
            return null;
        if (found.TryGetDouble(out var share) && share is >= 0 and <= 1)
            return share;
        Fault("no-share", name, "{0} is not a number from 0 to 1.", found.GetRawText());
        return null;
    }

    public bool Flag(string name)
    {
        _asked.Add(name);
        if (!element.TryGetProperty(name, out var found))
            return false;
        if (found.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fault("wrong-kind", name, "This must be true or false.");
        return found.ValueKind == JsonValueKind.True;
    }

    public T? Member<T>(string name, bool isNeeded = false) where T : struct, Enum => Text(name, 40, isNeeded) is { } text ? Member<T>(name, text) : null;

    public DateOnly? Day(string name)
    {
        if (Text(name, 40) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900)
            return day;
        Fault("no-day", name, "\"{0}\" is not a day. Days look like 2026-01-31.", text);
        return null;
    }

    public List<string> Texts(string name, int most, int longest) => List(name, most, (item, place) =>
    {
        if (item.ValueKind == JsonValueKind.String && item.GetString()!.Trim() is { Length: > 0 } text && text.Length <= longest && !text.Any(char.IsControl))
            return text;
        problems.Add(Problem.Rejected("no-name", place, "This must be a text of 1 to {0} characters.", Number(longest)));
        return null;
    });

    public T Members<T>(string name) where T : struct, Enum
    {
        var all = 0;
        foreach (var text in Texts(name, 20, 40))
            all |= Member<T>(name, text) is { } member ? Convert.ToInt32(member, CultureInfo.InvariantCulture) : 0;
        return (T)Enum.ToObject(typeof(T), all);
    }

    public List<T> Objects<T>(string name, int most, Func<ProfileFields, T?> read) where T : class =>
        List(name, most, (item, place) => Inside(item, place, read));

    public T? Object<T>(string name, Func<ProfileFields, T?> read) where T : class
    {
        _asked.Add(name);
        return element.TryGetProperty(name, out var found) ? Inside(found, $"{Where}/{name}", read) : null;
    }

    /// <summary>Every field that has not been asked for yet, each a whole number.</summary>
    public IEnumerable<(string Name, int? Number)> Rest(int least, int most) =>
        [.. element.EnumerateObject().Where(p => !_asked.Contains(p.Name)).Select(p => (p.Name, Whole(p.Name, least, most)))];

    public void Fault(string code, string name, string sentence, params string[] values) => problems.Add(Problem.Rejected(code, $"{Where}/{name}", sentence, values));

    /// <summary>Notes the fields that nobody asked for.</summary>
    public void Close()
    {
        foreach (var field in element.EnumerateObject().Where(p => !_asked.Contains(p.Name)))
            Fault("unknown-field", Clipped(field.Name), "A profile has no such field here.");
    }

    private T? Inside<T>(JsonElement item, string place, Func<ProfileFields, T?> read) where T : class
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problems.Add(Problem.Rejected("wrong-kind", place, "This must be an object."));
            return null;
        }
        var fields = new ProfileFields(item, place, problems);
        var result = read(fields);
        fields.Close();
        return result;
    }

    private List<T> List<T>(string name, int most, Func<JsonElement, string, T?> read) where T : class
    {
        if (Find(name, JsonValueKind.Array, "This must be a list.", false) is not { } found)
            return [];
        if (found.GetArrayLength() > most)
        {
            Fault("too-many", name, "The list has {0} entries; {1} are the most.", Number(found.GetArrayLength()), Number(most));
            return [];
        }
        return [.. found.EnumerateArray().Select((item, i) => read(item, $"{Where}/{name}/{Number(i)}")).OfType<T>()];
    }

    private T? Member<T>(string name, string text) where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (ProfileJson.Name(member) == text)
                return member;
        }
        Fault("unknown-choice", name, "\"{0}\" is none of: {1}.", text, string.Join(", ", Enum.GetValues<T>().Select(m => ProfileJson.Name(m))));
        return null;
    }

    private JsonElement? Find(string name, JsonValueKind kind, string wanted, bool isNeeded)
    {
        _asked.Add(name);
        if (!element.TryGetProperty(name, out var found))
        {
            if (isNeeded)
                Fault("missing-field", name, "This field is missing.");
            return null;
        }
        if (found.ValueKind == kind)
            return found;
        Fault("wrong-kind", name, wanted);
        return null;
    }

    private static string Clipped(string name) => name.Length <= 60 ? name : name[..60];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
