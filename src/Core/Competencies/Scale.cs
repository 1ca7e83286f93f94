using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>An ordered scale of proficiency. Models carry no levels; profiles, courses and job orders do, on a scale.</summary>
public sealed class Scale
{
    /// <summary>The name of the scale in files and addresses: "depth".</summary>
    public required string Slug { get; init; }

    public required LanguageText Title { get; init; }

    public List<ScaleLevel> Levels { get; init; } = [];

    /// <summary>The scale that is used where nobody chose one.</summary>
    public const string Default = "depth";
}

/// <summary>One step of a scale. <see cref="Anchor"/> tells by example what a person at this step does.</summary>
public sealed class ScaleLevel
{
    public required string ScaleSlug { get; init; }
    public required int Level { get; init; }
    public required LanguageText Title { get; init; }
    public required LanguageText Anchor { get; init; }
}
