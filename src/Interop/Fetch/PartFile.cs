using System.Security.Cryptography;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Fetch;

/// <summary>What is there of a file that is being downloaded, beside the place where it will stand when it is whole.</summary>
internal sealed class PartFile(string target)
{
    private readonly string _part = target + ".part";
    private readonly string _tag = target + ".part.tag";

    public long Length => File.Exists(_part) ? new FileInfo(_part).Length : 0;

    /// <summary>The publisher's name for this edition of the file; only with it can a download go on.</summary>
    public string? Tag
    {
        get => File.Exists(_tag) ? File.ReadAllText(_tag, Utf8.Strict) : null;
        set
        {
            if (value is null)
                File.Delete(_tag);
            else
                File.WriteAllText(_tag, value, Utf8.Strict);
        }
    }

    public FileStream Append() => new(_part, FileMode.Append, FileAccess.Write, FileShare.Read);

    public void Clear()
    {
        File.Delete(_part);
        File.Delete(_tag);
    }

    /// <summary>Refuses what is not the file that was asked for: a page that says sorry, or another edition than the fingerprint tells.</summary>
    public void Check(PublisherFile file)
    {
        if (file.Sha256.Length > 0 && !file.Sha256.Equals(Hash(), StringComparison.OrdinalIgnoreCase))
            throw Refused("download-altered", file, "The file is not the one that its publisher describes: the fingerprints differ. It was not taken; try again later.");
        var isArchive = Path.GetExtension(file.File).ToLowerInvariant() is ".zip" or ".xlsx";
        if (isArchive ? !Begins("PK"u8) : Begins("<"u8))
            throw Refused("download-no-data", file, "What came is no {0} but most likely a page that says why; it was not taken. Look at {1}.", Path.GetExtension(file.File).TrimStart('.').ToUpperInvariant(), file.Page.ToString());
    }

    /// <summary>Puts the whole file in its place.</summary>
    public string Finish()
    {
        File.Move(_part, target, overwrite: true);
        File.Delete(_tag);
        return target;
    }

    private string Hash()
    {
        using var stream = File.OpenRead(_part);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private bool Begins(ReadOnlySpan<byte> with)
    {
        using var stream = File.OpenRead(_part);
        Span<byte> start = stackalloc byte[2];
        var read = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        return start[..read].StartsWith(with);
    }

    private UnusableInputException Refused(string code, PublisherFile file, string sentence, params string[] values)
    {
        Clear();
        return new(Problem.Rejected(code, file.File, sentence, values));
    }
}
