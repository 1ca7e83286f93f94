using System.Globalization;
using System.Text;

namespace Trellis.Interop.Guidance;

/// <summary>What the measurement of guidance found; serializes as it is, and prints as a table.</summary>
public sealed record GuidanceCheckResult
{
    public required int Occupations { get; init; }

    public required int Elements { get; init; }

    public required int Questions { get; init; }

    public required IReadOnlyList<FoundShare> Found { get; init; }

    public required AdaptiveShare Adaptive { get; init; }

    public required RelatedRecall Related { get; init; }

    /// <summary>Closeness of a person to all occupations, in microseconds.</summary>
    public required double MicrosecondsToAll { get; init; }

    public required RouteCheck Routes { get; init; }

    /// <summary>The result as lines for a terminal.</summary>
    public string ToTable()
    {
        var text = new StringBuilder();
        Line(text, $"{Occupations} occupations, {Elements} skills and fields of knowledge, {Questions} questions");
        Line(text, $"{"found again",-36}{"chosen on: first",18}{"top 10",8}{"held back: first",18}{"top 10",8}");
        foreach (var f in Found)
            Line(text, $"{f.What,-36}{f.First,18:0.000}{f.TopTen,8:0.000}{f.FirstHeldBack,18:0.000}{f.TopTenHeldBack,8:0.000}");
        Line(text, $"asked until stable ({Adaptive.People} people): {Adaptive.Questions:0.0} questions, found in top 10: {Adaptive.TopTen:0.000}");
        Line(text, $"related occupations, recall at 10: nearness {Related.Nearness:0.000}, plain cosine of levels {Related.CosineOfLevels:0.000}, of importance {Related.CosineOfImportance:0.000}");
        Line(text, $"closeness to all occupations: {MicrosecondsToAll:0.0} microseconds");
        Line(text, $"stepping stones: {Routes.Worse} of {Routes.Pairs} routes worse than an exhaustive search ({Routes.Routed} pairs with a route; {Routes.Milliseconds:0.0} milliseconds each)");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>How often an occupation is found again first, and in the first ten: for those on which the questions were chosen, and for the others.</summary>
public sealed record FoundShare(string What, double First, double TopTen, double FirstHeldBack, double TopTenHeldBack);

/// <summary>How it goes with questions in the order of what they tell: how many are put, and how often the occupation is then in the first ten.</summary>
public sealed record AdaptiveShare(int People, double Questions, double TopTen);
