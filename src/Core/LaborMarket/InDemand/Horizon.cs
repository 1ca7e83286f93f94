using System.Globalization;

namespace Trellis.Core.LaborMarket.InDemand;

/// <summary>
/// How far ahead a rule looks: "10" for a projection over ten years, "2+10" for the mean of the figures of two projections.
/// </summary>
public sealed record Horizon
{
    private Horizon(string name, IReadOnlyList<int> years) => (Name, Years) = (name, years);

    public string Name { get; }

    public IReadOnlyList<int> Years { get; }

    public static Horizon? Parse(string? text)
    {
        var years = new List<int>();
        foreach (var part in (text ?? "").Split('+'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 50 || years.Contains(number))
                return null;
            years.Add(number);
        }
        return new(string.Join('+', years), years);
    }

    public bool Equals(Horizon? other) => other?.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
