using System.Diagnostics;
using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Comparison;

namespace Trellis.Benchmarks;

/// <summary>Compares two generated models of 900 statements, and for a peer scores every pair of them without the index.</summary>
public static class CompareBenchmark
{
    private const int Statements = 900;
    private const int Rounds = 7;

    private static readonly string[] Verbs = "checks inspects repairs replaces records reports reads writes measures calculates lifts moves cleans stores labels selects installs tests adjusts explains".Split(' ');
    private static readonly string[] Things = "valve pump motor ladder drawing form patient customer invoice server network account vehicle pallet sample recipe circuit meter beam weld hose filter schedule budget report".Split(' ');
    private static readonly string[] Ways = "before use;after each shift;with the right tool;by the written procedure;without supervision;at the customer's site;within the limits on the label;against the original order;for the next crew;every week".Split(';');

    public static int Run(string[] args)
    {
        var (left, right) = (Model("left", 1), Model("right", 2));
        ModelComparer.Compare([left, right]);
        var indexed = Best(() => ModelComparer.Compare([left, right]));
        var likeness = new StatementLikeness("en", left.Statements.Concat(right.Statements).Select(s => s.Text));
        var naive = Best(() => AllPairs(likeness, left, right), rounds: 1);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"compare {Statements} x {Statements}: {indexed:0} ms with the index, {naive:0} ms for scoring all {Statements * Statements} pairs with explanations; goal 200 ms"));
        return indexed <= 200 ? 0 : 1;
    }

    private static double Best(Func<object> work, int rounds = Rounds)
    {
        var best = double.MaxValue;
        for (var i = 0; i < rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best;
    }

    private static List<double> AllPairs(StatementLikeness likeness, ComparedModel left, ComparedModel right) =>
        [.. left.Statements.SelectMany(l => right.Statements.Select(r => likeness.Of(l.Text, r.Text).Score))];

    private static ComparedModel Model(string slug, int seed)
    {
        var random = new Random(seed);
        return new()
        {
            Slug = slug,
            Number = "1",
            Title = slug,
            Language = "en",
            Statements = [.. Enumerable.Range(0, Statements).Select(i => new ComparedStatement
            {
                Id = NameBasedId.Of(NameBasedId.UrlNamespace, string.Create(CultureInfo.InvariantCulture, $"{slug}/{i}")),
                Place = new(random.Next(1, 6), "tier", "block"),
                Text = $"{Pick(Verbs, random)} and {Pick(Verbs, random)} the {Pick(Things, random)}, {Pick(Things, random)} and {Pick(Things, random)} {Pick(Ways, random)} and {Pick(Ways, random)}",
            })],
        };
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
}
