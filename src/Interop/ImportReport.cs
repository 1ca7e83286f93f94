using System.Text.Json.Serialization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Updates;

namespace Trellis.Interop;

/// <summary>How forgiving an import is.</summary>
public enum ImportMode
{
    /// <summary>Repairs what can be repaired without guessing, leaves out the rest, and reports every case.</summary>
    Tolerant,

    /// <summary>Takes a file only when nothing in it had to be repaired or left out.</summary>
    Strict,
}

/// <summary>What an import found in one file and what became of it. The same for the page, the API and the command line.</summary>
public sealed class ImportReport(string file)
{
    private readonly ProblemList _problems = new();

    public string File { get; } = file;

    /// <summary>Under which the report was kept, where it was.</summary>
    [JsonIgnore]
    public Guid Id { get; set; }

    /// <summary>The format that was recognised: "case1.1", "case1.0", "ctdl", "csv", "xlsx", "moodle", "ce-csv", "opensalt-xlsx", "asn", "misp", "direct", or "csv-table" and "xlsx-table" where a person said what the columns mean.</summary>
    public string? Format { get; set; }

    /// <summary>The slug of the framework, once it is loaded; before, its title.</summary>
    public string? Framework { get; set; }

    public string? Version { get; set; }

    public ImportOutcome Outcome { get; set; } = ImportOutcome.Read;

    /// <summary>The other frameworks of a file that holds several; the counts are of all of them together.</summary>
    public IReadOnlyList<FurtherFramework> Further { get; set; } = [];

    /// <summary>Statements and links in the file, and links with an end that is not in the file.</summary>
    public int Items { get; set; }

    public int Associations { get; set; }

    public int External { get; set; }

    /// <summary>Whether the reader itself counted <see cref="External"/> from the rows of the file, left out or not.</summary>
    [JsonIgnore]
    public bool HasCountedExternal { get; set; }

    /// <summary>Rows (statements and links) taken, of these repaired first, and left out.</summary>
    public int Accepted { get; set; }

    public int Repaired => _problems.Repaired;

    public int Rejected => _problems.Rejected;

    public IReadOnlyList<Problem> Problems => _problems.All;

    /// <summary>Problems beyond those listed.</summary>
    public int More => _problems.More;

    [JsonIgnore]
    public bool HasFaults => Repaired + Rejected > 0;

    /// <summary>What an update needs to know of the rows, of files that have rows.</summary>
    [JsonIgnore]
    public UpdateRows? Rows { get; set; }

    public void Add(Problem problem) => _problems.Add(problem);
}

/// <summary>How far an import came.</summary>
public enum ImportOutcome
{
    /// <summary>Read and checked, not written.</summary>
    Read,
    Added,
    NewVersion,
    Unchanged,
    Refused,
}

/// <summary>A file as it came: its name, for messages and for a framework without a name of its own, and its bytes.</summary>
public sealed record ImportSource(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>A framework read from a file, not yet written, with the report so far. A refused file has no content.</summary>
public sealed record ReadFramework(FrameworkContent? Content, ImportReport Report)
{
    /// <summary>What else the file holds.</summary>
    public IReadOnlyList<FrameworkContent> Further { get; init; } = [];
}

/// <summary>A framework beside the first of its file: its slug once it is loaded, before that its title; and what became of it.</summary>
public sealed record FurtherFramework(string Framework, string Version, ImportOutcome Outcome, int Items, int Associations)
{
    public static FurtherFramework Of(FrameworkContent content) =>
        new(content.Version.Title.ToString(), content.Version.Number, ImportOutcome.Read, content.Statements.Count, content.Alignments.Count);
}
