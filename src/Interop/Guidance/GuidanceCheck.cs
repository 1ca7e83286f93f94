using System.Diagnostics;
using Trellis.Core.Guidance;

namespace Trellis.Interop.Guidance;

/// <summary>
/// Measures whether occupations are found again by their own ratings, whole, with noise, and by the questions alone; and whether
/// occupations that O*NET calls related are near. docs/formulas.md, "Skill closeness". Nothing is random: the noise has a fixed seed.
/// </summary>
public sealed class GuidanceCheck
{
    private const int Shown = 10;
    private const int Rounds = 3;

    private readonly SkillTable _table;
    private readonly int[] _all;
    private readonly int[] _questions;

    private GuidanceCheck(SkillTable table, IEnumerable<string> questions)
    {
        _table = table;
        _all = [.. Enumerable.Range(0, table.Elements.Count)];
        _questions = [.. questions.Select(table.Column).Where(c => c >= 0)];
    }

    /// <summary>Runs all measurements on a release of the O*NET database.</summary>
    public static GuidanceCheckResult Run(string release, GuidanceQuestions questions, Action<string> say)
    {
        say("Reading the release ...");
        var onet = OnetRatings.Read(release);
        var check = new GuidanceCheck(onet.Table, questions.Skills.Select(q => q.Element));
        say("Looking for each occupation by its own ratings ...");
        return new()
        {
            Occupations = onet.Table.Occupations.Count,
            Elements = onet.Table.Elements.Count,
            Questions = check._questions.Length,
            Found =
            [
                check.Find("own ratings, exact", check._all, (row, column, _) => onet.Table.Need(row, column)),
                check.Find("own ratings, in whole levels", check._all, (row, column, _) => Whole(onet.Table.Need(row, column))),
                check.Find("all elements, noise of one level", check._all, check.Noisy),
                check.Find("questions, in whole levels", check._questions, (row, column, _) => Whole(onet.Table.Need(row, column))),
                check.Find("questions, noise of one level", check._questions, check.Noisy),
            ],
            Adaptive = check.Adaptive(),
            Related = RelatedRecall.Of(onet),
            MicrosecondsToAll = check.Speed(),
            Routes = RouteCheck.Of(onet.Table),
        };
    }

    private static double Whole(double level) => Math.Round(level, MidpointRounding.AwayFromZero);

    private double Noisy(int row, int column, Random random) => Math.Clamp(Whole(_table.Need(row, column)) + random.Next(-1, 2), 0, SkillRating.Highest);

    /// <summary>Occupations in even places were used to choose the questions; those in odd places were not.</summary>
    private FoundShare Find(string what, int[] columns, Func<int, int, Random, double> level)
    {
        var shares = new double[4];
        var counts = new int[2];
        var random = new Random(6);
        for (var round = 0; round < Rounds; round++)
        {
            for (var row = 0; row < _table.Occupations.Count; row++)
            {
                var answers = columns.Where(c => _table.IsRated(row, c)).Select(c => (c, level(row, c, random))).ToList();
                var rank = Rank(answers, row);
                counts[row % 2]++;
                shares[row % 2] += rank < 1 ? 1 : 0;
                shares[2 + row % 2] += rank < Shown ? 1 : 0;
            }
        }
        return new(what, shares[0] / counts[0], shares[2] / counts[0], shares[1] / counts[1], shares[3] / counts[1]);
    }

    /// <summary>How many occupations stand before this one.</summary>
    private int Rank(IReadOnlyList<(int Column, double Level)> answers, int row)
    {
        var closeness = SkillCloseness.ToAll(PersonSkills.OfRatings(_table, answers));
        return closeness.Index().Count(c => c.Item.Value > closeness[row].Value || (c.Item.Value == closeness[row].Value && c.Index < row));
    }

    /// <summary>Questions put one after the other until the first ten are stable, answered with noise; every seventh occupation.</summary>
    private AdaptiveShare Adaptive()
    {
        const int Every = 7;
        var random = new Random(40);
        var (asked, found, people) = (0, 0, 0);
        for (var row = 1; row < _table.Occupations.Count; row += Every)
        {
            var answers = new List<(int Column, double Level)>();
            while (QuestionOrder.Next(_table, _questions, answers) is >= 0 and var next && !QuestionOrder.IsStable(_table, answers))
                answers.Add((next, Noisy(row, next, random)));
            (asked, found, people) = (asked + answers.Count, found + (Rank(answers, row) < Shown ? 1 : 0), people + 1);
        }
        return new(people, (double)asked / people, (double)found / people);
    }

    private double Speed()
    {
        const int Times = 5000;
        var person = PersonSkills.OfRatings(_table, _all.Select(c => (c, (double)_table.Need(0, c))));
        for (var i = 0; i < Times; i++)
            SkillCloseness.ToAll(person);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
            SkillCloseness.ToAll(person);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Times;
    }
}
