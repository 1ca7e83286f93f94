using System.ComponentModel;

namespace Trellis.Web.Api;

/// <summary>Which part of a list a caller asks for.</summary>
public sealed record PageRequest
{
    [Description("Items in an answer, 1 to 100; 20 where not given")]
    public string? Limit { get; init; }

    [Description("How many items to pass over")]
    public string? Offset { get; init; }

    internal Paging? Window => ApiAnswer.Window(Limit, Offset);
}

/// <summary>Which occupations of which area a caller asks for.</summary>
public sealed record MarketRequest
{
    [Description("The code of an area: us, state-53, region-north; us where not given")]
    public string? Area { get; init; }

    [Description("Words of the title, or the beginning of a code")]
    public string? Q { get; init; }

    [Description("The first two digits of the occupations, 29")]
    public string? Family { get; init; }

    [Description("By what they are sorted; by title where not given")]
    public string? Sort { get; init; }

    /// <summary>The order asked for; the first where nothing is, null where there is none of that name.</summary>
    internal T? Order<T>() where T : struct, Enum =>
        Sort is null ? default(T) : Enum.TryParse<T>(Sort, ignoreCase: true, out var order) && Enum.IsDefined(order) && !char.IsAsciiDigit(Sort[0]) ? order : null;

    internal static IResult BadOrder<T>() where T : struct, Enum =>
        ApiAnswer.Fault("sort", $"Expected: {string.Join(", ", Enum.GetValues<T>().Select(v => ApiAnswer.Word(v)))}.");
}
