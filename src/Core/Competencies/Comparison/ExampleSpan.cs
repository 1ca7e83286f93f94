namespace Trellis.Core.Competencies.Comparison;

/// <summary>The part of a statement that only gives examples: after "e.g.", "such as" or the like, to the closing bracket or the end.</summary>
internal readonly record struct ExampleSpan(int Start, int End)
{
    private static readonly string[] Openings = ["e.g.", "such as ", "for example", "for instance", "p. ej.", "por ejemplo", "tales como ", "como por ejemplo"];

    public static ExampleSpan In(string text)
    {
        foreach (var opening in Openings)
        {
            var start = text.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
            if (start <= 0)
                continue;
            var end = text.IndexOf(')', start);
            return new(start, end < 0 ? text.Length : end);
        }
        return default;
    }

    public bool Covers(int index) => index >= Start && index < End;
}
