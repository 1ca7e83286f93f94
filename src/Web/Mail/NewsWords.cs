using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Competencies.Following;

namespace Trellis.Web.Mail;

/// <summary>What happened to a model that somebody follows, in words.</summary>
public static class NewsWords
{
    public static string Of(IStringLocalizer<Words> T, Followed followed)
    {
        var parts = new List<string>();
        if (followed.Versions is [var newest, ..])
            parts.Add(followed.Versions.Count == 1 ? T["version {0} is out", newest.Number] : T["{0} new versions, the last is {1}", followed.Versions.Count, newest.Number]);
        if (followed.Retirement is { } retired)
            parts.Add(T["it was retired: {0}", retired.Reason]);
        if (followed.Edits > 0)
            parts.Add(followed.Edits == 1 ? T["1 edit by others"] : T["{0} edits by others", followed.Edits.ToString("N0", CultureInfo.CurrentCulture)]);
        return parts.Count == 0 ? T["nothing new"] : string.Join("; ", parts);
    }
}
