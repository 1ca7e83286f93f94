namespace Trellis.Core.Guidance;

/// <summary>
/// Which question to put next to a person who rates their skills, and when enough has been asked. docs/formulas.md, "Order of the
/// skill questions". Pure.
/// </summary>
public static class QuestionOrder
{
    /// <summary>Before so many answers nothing is called stable.</summary>
    public const int LeastAnswers = 15;

    /// <summary>So many answers in a row must leave the first ten occupations as they are, but for one.</summary>
    public const int StableAnswers = 4;

    private const int Shown = 10;

    /// <summary>How far ratings stray, as a standard deviation in levels.</summary>
    private const double Stray = 0.8;

    /// <summary>The unanswered question that tells most between the occupations which are still likely; −1 where none is left.</summary>
    /// <param name="questions">The columns of the questions.</param>
    /// <param name="answers">What was answered, by column.</param>
    public static int Next(SkillTable table, IReadOnlyList<int> questions, IReadOnlyList<(int Column, double Level)> answers)
    {
        var likely = Likely(table, answers);
        var (best, most) = (-1, double.MinValue);
        foreach (var column in questions.Where(q => q >= 0 && answers.All(a => a.Column != q)))
        {
            var told = Told(table, column, likely);
            if (told > most)
                (best, most) = (column, told);
        }
        return best;
    }

    /// <summary>Whether the last answers have left the occupations that fit best as they were.</summary>
    public static bool IsStable(SkillTable table, IReadOnlyList<(int Column, double Level)> answers)
    {
        if (answers.Count < LeastAnswers)
            return false;
        var now = First(table, answers);
        return Enumerable.Range(1, StableAnswers).All(back => First(table, answers.Take(answers.Count - back)).Intersect(now).Count() >= Shown - 1);
    }

    private static int[] First(SkillTable table, IEnumerable<(int, double)> answers) =>
        SkillCloseness.Top(SkillCloseness.ToAll(PersonSkills.OfRatings(table, answers)), Shown);

    /// <summary>How probable each occupation is to be the person's own, given the answers.</summary>
    private static double[] Likely(SkillTable table, IReadOnlyList<(int Column, double Level)> answers)
    {
        var likely = new double[table.Occupations.Count];
        for (var row = 0; row < likely.Length; row++)
        {
            foreach (var (column, level) in answers.Where(a => table.IsRated(row, a.Column)))
                likely[row] -= Math.Pow(level - table.Need(row, column), 2) / (2 * Stray * Stray);
        }
        var highest = likely.Length == 0 ? 0 : likely.Max();
        for (var row = 0; row < likely.Length; row++)
            likely[row] = Math.Exp(likely[row] - highest);
        var sum = likely.Sum();
        return Array.ConvertAll(likely, l => l / sum);
    }

    /// <summary>The variance of what the likely occupations ask for; those that are not rated by the element tell nothing.</summary>
    private static double Told(SkillTable table, int column, double[] likely)
    {
        double mass = 0, sum = 0, squares = 0;
        for (var row = 0; row < likely.Length; row++)
        {
            if (!table.IsRated(row, column))
                continue;
            var need = table.Need(row, column);
            (mass, sum, squares) = (mass + likely[row], sum + likely[row] * need, squares + likely[row] * need * need);
        }
        return mass <= 0 ? 0 : squares - sum * sum / mass;
    }
}
