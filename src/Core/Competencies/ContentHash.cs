using System.Globalization;
using System.Security.Cryptography;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>
/// The fingerprint of a framework's content: equal exactly when nothing that a reader or another system could see differs.
/// When and how it was loaded does not count, nor does the order of links.
/// </summary>
public static class ContentHash
{
    public static string Of(FrameworkContent content) => Of(content, content.Version.Number);

    /// <summary>The fingerprint that the content would have under another version number.</summary>
    public static string Of(FrameworkContent content, string number)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (framework, version, _, _) = content;
        Add(hash, framework.Id, framework.Uri, framework.Ctid, framework.Publisher, framework.Kind, string.Join('|', framework.Industries));
        Add(hash, number, version.Title.ToJson(), version.Description?.ToJson(), version.Notice?.ToJson(), version.Language,
            version.AdoptionStatus, version.StatusStart, version.StatusEnd, version.ChangedAt, version.ChangeSummary,
            string.Join('|', version.Champions), string.Join('|', version.Sources), version.Extensions);
        foreach (var s in content.Statements)
        {
            Add(hash, s.Id, s.ParentId, s.Kind, s.Tier, s.Notation, s.Label?.ToJson(), s.Text.ToJson(), s.Notes?.ToJson(),
                s.Keywords?.ToJson(), s.TypeLabel, s.Uri, s.DerivedFrom, s.ChangedAt, s.Extensions);
        }
        foreach (var a in content.Alignments.OrderBy(a => a.Id))
            Add(hash, a.Id, a.Type, a.Origin, a.Destination, a.Sequence, a.Weight, a.Author, a.Evidence, a.Notes, a.Uri, a.ChangedAt, a.Extensions);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            var text = value switch
            {
                null => "\0",
                // Databases keep microseconds.
                DateTimeOffset at => (at.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString()!,
            };
            hash.AppendData(Utf8.Strict.GetBytes(text + '\u001F'));
        }
        hash.AppendData("\n"u8);
    }
}
