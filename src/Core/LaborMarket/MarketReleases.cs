using System.Text.RegularExpressions;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>The current releases of a kind, of which several may have figures for one area: the best first, by publisher's before starter data, then by year.</summary>
/// <param name="Usable">Those whose codes are of the asked edition.</param>
/// <param name="Skipped">Those in another classification; pages say that they were not used.</param>
public sealed partial record MarketReleases(IReadOnlyList<DataRelease> Usable, IReadOnlyList<DataRelease> Skipped)
{
    public List<int> Keys => [.. Usable.Select(r => r.Key)];

    /// <summary>The place of a release in the order; the lowest is the best.</summary>
    public int Rank(int key) => Usable.Index().First(r => r.Item.Key == key).Index;

    public DataRelease Of(int key) => Usable.First(r => r.Key == key);

    /// <summary>The current releases of a kind, in that order.</summary>
    /// <param name="db">Where the releases are.</param>
    /// <param name="kind">One of <see cref="ReleaseKinds"/>.</param>
    /// <param name="edition">The edition that codes must be of; null where codes play no part.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<MarketReleases> ReadAsync(Db db, string kind, SocEdition? edition = SocEdition.Soc2018, CancellationToken stop = default)
    {
        var all = (await ReleaseCatalog.AllCurrentAsync(db, kind, stop)).OrderBy(r => r.IsStarter).ThenByDescending(Year).ThenByDescending(r => r.Key).ToList();
        return new(all.FindAll(Fits), all.FindAll(r => !Fits(r)));

        bool Fits(DataRelease release) => edition is null || SocEditions.Of(release.Taxonomy) == edition;
    }

    /// <summary>The first year that the period of a release names; 0 where it names none.</summary>
    public static int Year(DataRelease release) =>
        FourDigits().Match(release.Period) is { Success: true } match ? int.Parse(match.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(19|20)\d\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FourDigits();
}
