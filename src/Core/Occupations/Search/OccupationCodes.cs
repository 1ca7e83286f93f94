namespace Trellis.Core.Occupations.Search;

/// <summary>Finds occupations by their codes as people write them: 15-1252, 15-1252.00, 151252, or only the first digits.</summary>
internal sealed class OccupationCodes
{
    private const int LeastDigits = 2;

    private readonly (string Digits, OccupationHit Hit)[] _codes;

    /// <summary>The codes of occupations.</summary>
    /// <param name="occupations">In the order of their codes.</param>
    public OccupationCodes(IReadOnlyList<Occupation> occupations) => _codes =
    [
        .. occupations.Select(o => (Digits(o.Code), new OccupationHit
        {
            Code = o.Code,
            Title = o.Title,
            Kind = HitKind.Code,
            Found = o.Code,
            Texts = 1,
            Score = 1,
        })),
    ];

    /// <summary>Null where the text is no code; empty where no occupation has it.</summary>
    public List<OccupationHit>? Find(string text, int most)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length == 0 || !char.IsAsciiDigit(trimmed[0]))
            return null;
        foreach (var c in trimmed)
        {
            if (!char.IsAsciiDigit(c) && c is not ('-' or '.'))
                return null;
        }
        var digits = Digits(text);
        return digits.Length < LeastDigits
            ? null
            : [.. _codes.Where(c => c.Digits.StartsWith(digits, StringComparison.Ordinal)).Take(most).Select(c => c.Hit)];
    }

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
