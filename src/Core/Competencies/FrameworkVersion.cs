using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>One edition of a framework. A published version never changes: storage refuses it.</summary>
public sealed class FrameworkVersion
{
    public int Key { get; set; }

    public int FrameworkKey { get; set; }

    /// <summary>1 for the first edition that this database got, 2 for the next.</summary>
    public int Sequence { get; set; }

    /// <summary>What the publisher calls the edition: "1.0", "2021". Unique within the framework.</summary>
    public string Number { get; set; } = "";

    public VersionStatus Status { get; set; }

    public required LanguageText Title { get; init; }

    public LanguageText? Description { get; set; }

    /// <summary>What readers must be told wherever the model is shown, such as who did not validate it.</summary>
    public LanguageText? Notice { get; set; }

    /// <summary>The language its statements were written in first: a BCP 47 tag.</summary>
    public string Language { get; set; } = LanguageText.Unknown;

    /// <summary>The languages in which all its statements can be read; where there is none, all in which one can.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>The publisher's own word for how far adoption went: "Draft", "Implemented".</summary>
    public string? AdoptionStatus { get; set; }

    public DateOnly? StatusStart { get; set; }

    public DateOnly? StatusEnd { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When its publisher last changed it.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangeSummary { get; set; }

    public IReadOnlyList<string> Champions { get; set; } = [];

    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>How many of its nodes state a competency: tiers, blocks, headings and occupations are not counted.</summary>
    public int Statements { get; set; }

    /// <summary>How many nodes the tree has, headings too.</summary>
    public int Nodes { get; set; }

    public int Alignments { get; set; }

    /// <summary>Whether its statements stand in tiers, so that the pyramid can show it.</summary>
    public bool HasTiers { get; set; }

    /// <summary>SHA-256 of the content in canonical form; the same content loaded twice is recognised by it.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>The format it was read from ("case1.1", "ctdl", "csv", "asn", "misp", "trellis") and the name of the file.</summary>
    public string SourceFormat { get; set; } = "";

    public string SourceName { get; set; } = "";

    public DateTimeOffset LoadedAt { get; set; }

    /// <summary>What the source says and this type does not model, as a JSON object; it goes out again.</summary>
    public string? Extensions { get; set; }
}

/// <summary>Where a version stands between a first draft and its retirement.</summary>
public enum VersionStatus
{
    Draft,
    InReview,
    Published,
    Superseded,
    Retired,
}
