using System.Globalization;
using System.Security.Cryptography;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>
/// The fingerprint of a framework's content: equal exactly when nothing that a reader or another system could see differs.
/// The number of the version does not count, nor when and how it was loaded, nor the order of links.
/// </summary>
public static class ContentHash
{
    public static string Of(FrameworkContent content)
    {
        using var hash = new FieldHash();
        var (framework, version, _, _) = content;
        hash.Add(framework.Id, framework.Uri, framework.Ctid, framework.Publisher, framework.Kind, string.Join('|', framework.Industries));
        hash.Add(version.Title.ToJson(), version.Description?.ToJson(), version.Notice?.ToJson(), version.Language,
            version.AdoptionStatus, version.StatusStart, version.StatusEnd, version.ChangedAt, version.ChangeSummary,
            string.Join('|', version.Champions), string.Join('|', version.Sources), version.Extensions);
        foreach (var s in content.Statements)
        {
            hash.Add(s.Id, s.ParentId, s.Kind, s.Tier, s.Notation, s.Label?.ToJson(), s.Text.ToJson(), s.Notes?.ToJson(),
                s.Keywords?.ToJson(), s.TypeLabel, s.Uri, s.DerivedFrom, s.ChangedAt, s.Extensions);
        }
        foreach (var a in content.Alignments.OrderBy(a => a.Id))
        {
            hash.Add(a.Id, a.Type, a.Origin.Id, a.Origin.Uri, a.Origin.Title, a.Origin.Scheme, a.Destination.Id, a.Destination.Uri,
                a.Destination.Title, a.Destination.Scheme, a.Sequence, a.Weight, a.Author, a.Evidence, a.Notes, a.Uri, a.ChangedAt, a.Extensions);
        }
        return hash.Finish();
    }

    /// <summary>Fields and records divided by control characters, gathered before they are hashed.</summary>
    private sealed class FieldHash : IDisposable
    {
        private const byte None = 0;
        private const byte EndOfField = 0x1F;
        private const byte EndOfRecord = 0x1E;

        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private byte[] _buffer = new byte[1 << 16];
        private int _length;

        public void Add(params ReadOnlySpan<object?> values)
        {
            foreach (var value in values)
            {
                Write(value);
                _buffer[_length++] = EndOfField;
            }
            _buffer[_length++] = EndOfRecord;
        }

        public string Finish()
        {
            Flush();
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }

        public void Dispose() => _hash.Dispose();

        private void Write(object? value)
        {
            var text = value switch
            {
                null => null,
                // Databases keep microseconds.
                DateTimeOffset at => (at.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString(),
            };
            Reserve(text is null ? 1 : Utf8.Strict.GetMaxByteCount(text.Length));
            if (text is null)
                _buffer[_length++] = None;
            else
                _length += Utf8.Strict.GetBytes(text, _buffer.AsSpan(_length));
        }

        private void Reserve(int bytes)
        {
            if (_length + bytes + 2 <= _buffer.Length)
                return;
            Flush();
            if (bytes + 2 > _buffer.Length)
                _buffer = new byte[bytes + 2];
        }

        private void Flush()
        {
            _hash.AppendData(_buffer, 0, _length);
            _length = 0;
        }
    }
}
