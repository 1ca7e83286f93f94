namespace Trellis.Core.Guidance.Caseload.Groups;

/// <summary>Keeps people from being found out by small numbers in tables that leave the adviser's hands. docs/formulas.md, "Small groups". Pure.</summary>
public static class SmallGroups
{
    /// <summary>Fewer people than this are not told, by name or by figure.</summary>
    public const int Least = 5;

    public static bool IsSmall(int people) => people is > 0 and < Least;

    /// <summary>
    /// Which parts of a known total are withheld: where one is small, the smallest ones, so many that the rest tells of no fewer than five
    /// people taken together.
    /// </summary>
    public static IReadOnlyList<bool> Withheld(IReadOnlyList<int> parts)
    {
        var withheld = new bool[parts.Count];
        if (!parts.Any(IsSmall))
            return withheld;
        var (count, sum) = (0, 0);
        foreach (var (place, people) in parts.Index().OrderBy(p => p.Item).ThenBy(p => p.Index))
        {
            if (count >= 2 && sum >= Least && !IsSmall(people))
                break;
            withheld[place] = true;
            (count, sum) = (count + 1, sum + people);
        }
        return withheld;
    }
}
