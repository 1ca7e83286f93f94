using System.IO.Enumeration;
using Sylvan.Data.Csv;

namespace Trellis.Interop;

/// <summary>Tells the kind of a release by the names that its publisher gives to files, from data/reference/release-files.csv.</summary>
public sealed class ReleaseFiles
{
    private readonly List<(string Kind, string Pattern)> _patterns = [];

    public static ReleaseFiles Read(string dataFolder)
    {
        var files = new ReleaseFiles();
        using var reader = CsvDataReader.Create(Path.Combine(dataFolder, "reference", "release-files.csv"));
        while (reader.Read())
            files._patterns.Add((reader.GetString(0), reader.GetString(1)));
        return files;
    }

    /// <summary>The kind of a source; null where no name in it is known, or names of several kinds are.</summary>
    public string? KindOf(ReleaseSource source)
    {
        var kinds = source.Files.SelectMany(f => _patterns.Where(p => FileSystemName.MatchesSimpleExpression(p.Pattern, f)).Select(p => p.Kind)).Distinct().Take(2).ToList();
        return kinds is [var only] ? only : null;
    }
}
