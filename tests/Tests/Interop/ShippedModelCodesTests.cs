using Trellis.Core.Competencies;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>The O*NET elements and occupations that the shipped models name.</summary>
public sealed class ShippedModelCodesTests
{
    [Fact]
    public void Elements_OfTheReferenceFile_AreExactlyThoseInUse()
    {
        var used = ShippedModelFiles.All.SelectMany(n => ShippedModelFiles.Content(n.Data).Alignments)
            .Where(a => a.Destination.Scheme == NodeSchemes.OnetElement).ToList();
        var names = ShippedModelFiles.ElementNames();

        Assert.True(used.Count > 1000);
        Assert.Equal(used.Select(a => a.Destination.Id).Distinct().Order(StringComparer.Ordinal), names.Keys);
        Assert.All(used, a => Assert.Equal(names[a.Destination.Id], a.Destination.Title));
    }

    [Fact]
    public void Elements_OfTheReferenceFile_AreThoseOfTheRelease()
    {
        var release = ShippedModelFiles.Release("Content Model Reference.txt");
        var names = ShippedModelFiles.ElementNames();

        Assert.True(names.Count > 100);
        Assert.All(names, n => Assert.Equal(release[n.Key], n.Value));
        Assert.All(names, n => Assert.DoesNotContain(release.Keys, k => k.StartsWith(n.Key + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Occupations_OfTheModels_AreThoseOfTheRelease()
    {
        var release = ShippedModelFiles.Release("Occupation Data.txt");
        var occupations = ShippedModelFiles.Industry.SelectMany(n => ShippedModelFiles.Parsed(n.Data).Occupations).ToList();

        Assert.True(occupations.Count > 100);
        Assert.All(occupations, o => Assert.Equal(release.GetValueOrDefault(o.Code), o.Title));
    }
}
