namespace Trellis.Core.Guidance;

/// <summary>
/// The six types of interests (realistic, investigative, artistic, social, enterprising, conventional) of a person, and how like they
/// are to those of an occupation. docs/formulas.md, "Interest fit". Pure.
/// </summary>
public static class InterestFit
{
    public const int Types = 6;

    /// <summary>The letters of the types in their order.</summary>
    public const string Letters = "RIASEC";

    /// <summary>Of the items of a type at least so many must be answered.</summary>
    public const int LeastAnswers = 3;

    /// <summary>A person whose scores differ less than this, as a standard deviation, likes everything alike.</summary>
    private const double LeastSpread = 5;

    private const string Prefix = "1.B.1.";

    /// <summary>The number of the type that an element of the content model stands for; −1 for other elements.</summary>
    public static int TypeOf(string element) =>
        element.Length == Prefix.Length + 1 && element.StartsWith(Prefix, StringComparison.Ordinal) && element[^1] is >= 'a' and <= 'f' ? element[^1] - 'a' : -1;

    /// <summary>The score of each type from 0 to 100; null until enough items of each are answered. Ids of items begin with the letter of their type.</summary>
    public static float[]? Scores(IReadOnlyDictionary<string, int> answers)
    {
        var scores = new float[Types];
        for (var type = 0; type < Types; type++)
        {
            var given = answers.Where(a => a.Key.StartsWith(Letters[type])).Select(a => a.Value).ToList();
            if (given.Count < LeastAnswers)
                return null;
            scores[type] = (float)(100 * given.Average() / SkillRating.Highest);
        }
        return scores;
    }

    /// <summary>The correlation of two profiles, −1 to 1; null where one is unknown or does not differ from type to type.</summary>
    public static double? Correlation(ReadOnlySpan<float> person, ReadOnlySpan<float> work)
    {
        if (person.Length != Types || work.Length != Types)
            return null;
        var (p, w) = (Mean(person), Mean(work));
        double both = 0, ofPerson = 0, ofWork = 0;
        for (var type = 0; type < Types; type++)
        {
            both += (person[type] - p) * (work[type] - w);
            ofPerson += (person[type] - p) * (person[type] - p);
            ofWork += (work[type] - w) * (work[type] - w);
        }
        return Math.Sqrt(ofPerson / Types) < LeastSpread || ofWork <= 0 ? null : both / Math.Sqrt(ofPerson * ofWork);
    }

    /// <summary>The three strongest types, such as "SIA"; equal ones in the order of the letters.</summary>
    public static string Code(ReadOnlySpan<float> scores)
    {
        var kept = scores.ToArray();
        return string.Concat(Enumerable.Range(0, Types).OrderByDescending(t => kept[t]).ThenBy(t => t).Take(3).Select(t => Letters[t]));
    }

    private static double Mean(ReadOnlySpan<float> scores)
    {
        double sum = 0;
        foreach (var score in scores)
            sum += score;
        return sum / scores.Length;
    }
}
