using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Caseload.Groups;

/// <summary>Which part of a caseload is looked at together; what is null does not matter.</summary>
/// <param name="Tag">The <see cref="GroupTag"/> of a tag: words of advisers do not stand in addresses.</param>
/// <param name="Goal">The occupation of the goal, O*NET-SOC.</param>
public sealed record GroupChoice(Guid? Tag = null, string? Goal = null)
{
    /// <summary>Also the customers of colleagues who shared them with a team of the actor's.</summary>
    public bool WithTeam { get; init; }
}

/// <summary>
/// The open cases of an adviser, or a part of them, looked at together: what they lack for their goals, and which programs serve several.
/// Names are those of the adviser's own customers; others count.
/// </summary>
public sealed record GroupView(GroupGaps Gaps, IReadOnlyList<GroupProgram> Programs)
{
    public int People { get; init; }

    /// <summary>Those who have no goal, or one that has no ratings.</summary>
    public int WithoutGoal { get; init; }

    /// <summary>Those who have a goal and of whom nothing that it asks for was assessed.</summary>
    public int NotAssessed { get; init; }

    /// <summary>Names of the adviser's own customers in the group.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Tags of the caseload, whatever part of it is chosen.</summary>
    public IReadOnlyList<GroupTag> Tags { get; init; } = [];

    /// <summary>The goals of the caseload by code, with their titles, whatever part of it is chosen.</summary>
    public IReadOnlyDictionary<string, string> Goals { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, ProgramProfile> Profiles { get; init; } = new Dictionary<string, ProgramProfile>();

    public IReadOnlyList<DataRelease> Releases { get; init; } = [];
}

/// <summary>A tag of a caseload, and the number that stands for it in addresses of one adviser.</summary>
public sealed record GroupTag(Guid Key, string Text)
{
    public static GroupTag Of(Guid adviser, string text) => new(NameBasedId.Of(adviser, text), text);
}
