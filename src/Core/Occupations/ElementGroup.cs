namespace Trellis.Core.Occupations;

/// <summary>The parts of the O*NET content model by which occupations are rated.</summary>
public enum ElementGroup
{
    Abilities,
    Interests,
    WorkValues,
    SpecificInterests,
    WorkStyles,
    EssentialSkills,
    TransferableSkills,
    Knowledge,
    Education,
    Experience,
    WorkActivities,
    WorkContext,
}

/// <summary>Where the parts stand in the content model. Work styles moved from 1.C to 1.D with O*NET 30.1.</summary>
public static class ElementGroups
{
    private static readonly (ElementGroup Group, string Prefix)[] Places =
    [
        (ElementGroup.Abilities, "1.A"),
        (ElementGroup.Interests, "1.B.1"),
        (ElementGroup.WorkValues, "1.B.2"),
        (ElementGroup.SpecificInterests, "1.B.3"),
        (ElementGroup.WorkStyles, "1.C"),
        (ElementGroup.WorkStyles, "1.D"),
        (ElementGroup.EssentialSkills, "2.A"),
        (ElementGroup.TransferableSkills, "2.B"),
        (ElementGroup.Knowledge, "2.C"),
        (ElementGroup.Education, "2.D"),
        (ElementGroup.Experience, "3.A"),
        (ElementGroup.WorkActivities, "4.A"),
        (ElementGroup.WorkContext, "4.C"),
    ];

    /// <summary>The part that an element belongs to; null for elements by which nothing is rated.</summary>
    public static ElementGroup? Of(string elementId)
    {
        foreach (var (group, prefix) in Places)
        {
            if (IsBelow(elementId, prefix))
                return group;
        }
        return null;
    }

    /// <summary>What the ids of a part's elements begin with.</summary>
    public static IEnumerable<string> Prefixes(ElementGroup group) => Places.Where(p => p.Group == group).Select(p => p.Prefix);

    private static bool IsBelow(string elementId, string prefix) =>
        elementId.StartsWith(prefix, StringComparison.Ordinal) && (elementId.Length == prefix.Length || elementId[prefix.Length] == '.');
}
