using System.Text;

namespace Trellis.Benchmarks;

/// <summary>Sentences that look like statements of competency and are the same for the same number.</summary>
public static class Sentences
{
    private static readonly string[] Verbs = ["Reads", "Checks", "Records", "Sets up", "Adjusts", "Compares", "Reports", "Cleans", "Plans", "Tests"];
    private static readonly string[] Things = ["drawings", "gauges", "shipping papers", "patient records", "network logs", "pump seals", "budgets", "samples", "work orders", "valves"];
    private static readonly string[] Ways = ["before each shift", "against the written procedure", "with a second person", "within the stated tolerance", "and files the result", "using the checklist"];

    public static string Make(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder(Verbs[random.Next(Verbs.Length)]).Append(' ').Append(Things[random.Next(Things.Length)]);
        for (var i = random.Next(2, 5); i > 0; i--)
            text.Append(' ').Append(Rare(random));
        return text.Append(' ').Append(Ways[random.Next(Ways.Length)]).Append('.').ToString();
    }

    /// <summary>A made-up word; low ranks come far more often, as in real text.</summary>
    private static string Rare(Random random)
    {
        var rank = (int)Math.Pow(30_000, random.NextDouble());
        var word = new StringBuilder();
        for (var n = rank + 7; n > 0; n /= 17)
            word.Append("bdfglmnprstvkzcjw"[n % 17]).Append("aeiou"[n % 5]);
        return word.ToString();
    }
}
