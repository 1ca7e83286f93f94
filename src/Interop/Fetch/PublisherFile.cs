using System.Globalization;
using Sylvan.Data.Csv;

namespace Trellis.Interop.Fetch;

/// <summary>A file that a publisher offers to everybody, from data/reference/publishers.csv.</summary>
public sealed record PublisherFile
{
    public required string Kind { get; init; }

    /// <summary>The name under which several kinds are fetched at once, "crosswalks"; empty where there is none.</summary>
    public required string Group { get; init; }

    /// <summary>Which of the kind's files it is: "30.2", "2024-state".</summary>
    public required string Edition { get; init; }
    public required string Title { get; init; }
    public required string Publisher { get; init; }
    public required Uri Address { get; init; }
    public required string File { get; init; }
    public required string License { get; init; }

    /// <summary>The page on which a person finds it.</summary>
    public required Uri Page { get; init; }

    /// <summary>The fingerprint that the publisher names; empty where it names none.</summary>
    public required string Sha256 { get; init; }

    /// <summary>More bytes than this are not taken.</summary>
    public required long MostBytes { get; init; }

    /// <summary>All files, the newest of a kind before its older ones.</summary>
    public static List<PublisherFile> ReadAll(string dataFolder)
    {
        using var reader = CsvDataReader.Create(Path.Combine(dataFolder, "reference", "publishers.csv"));
        var files = new List<PublisherFile>();
        while (reader.Read())
            files.Add(Read(column => reader.GetString(reader.GetOrdinal(column))));
        return files;
    }

    private static PublisherFile Read(Func<string, string> cell) => new()
    {
        Kind = cell("kind"),
        Group = cell("group"),
        Edition = cell("edition"),
        Title = cell("title"),
        Publisher = cell("publisher"),
        Address = new(cell("address")),
        File = cell("file"),
        License = cell("license"),
        Page = new(cell("page")),
        Sha256 = cell("sha256"),
        MostBytes = int.Parse(cell("largest_mb"), CultureInfo.InvariantCulture) * 1024L * 1024,
    };
}
