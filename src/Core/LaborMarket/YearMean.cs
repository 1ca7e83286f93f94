using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// The mean of a count over several years, most often the last two, so that one odd year weighs less: docs/formulas.md, "Supply and
/// demand". Years without a number are left out, and their number is told. Pure.
/// </summary>
public sealed record YearMean(Figure Mean, int YearsUsed, int Years)
{
    public static YearMean Of(IReadOnlyList<Figure> years)
    {
        var numbers = years.Where(y => y is { HasValue: true, State: FigureState.Value }).Select(y => y.Value!.Value).ToList();
        var mean = numbers.Count > 0 ? Figure.Of(numbers.Average())
            : years.Count == 0 ? Figure.NotReported
            : MissingParts.Result(years.Select((y, i) => new MissingPart<int>(i, y.State)).ToList());
        return new(mean, numbers.Count, years.Count);
    }
}
