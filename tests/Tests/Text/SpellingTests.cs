using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Text;

public sealed class SpellingTests
{
    private static readonly Spelling Known = Spelling.Of(new (string Word, int Count)[]
    {
        ("communication", 50), ("safety", 90), ("welding", 40), ("customer", 70), ("schedule", 30), ("machine", 60), ("machines", 20),
        ("equipment", 55), ("leadership", 25), ("measure", 35), ("maintain", 33), ("ethics", 12), ("teamwork", 44), ("from", 80), ("form", 30),
        ("comunicación", 45), ("seguridad", 66), ("eléctrica", 15), ("máquinas", 22), ("cliente", 31), ("herramientas", 28), ("números", 9),
        ("work", 99), ("soldadura", 17), ("niños", 4),
    }.Select(w => new WordCount(w.Word, w.Count)));

    [Theory]
    // A letter left out, added, changed, or two swapped: one slip.
    [InlineData("safty", "safety")]
    [InlineData("saftey", "safety")]
    [InlineData("safetyy", "safety")]
    [InlineData("sefety", "safety")]
    [InlineData("weldng", "welding")]
    [InlineData("wleding", "welding")]
    [InlineData("custmer", "customer")]
    [InlineData("costumer", "customer")]
    [InlineData("machne", "machine")]
    [InlineData("shcedule", "schedule")]
    [InlineData("measrue", "measure")]
    [InlineData("mantain", "maintain")]
    [InlineData("ehtics", "ethics")]
    [InlineData("teamwrok", "teamwork")]
    [InlineData("wrok", "work")]
    // Two slips in words of eight letters or more.
    [InlineData("comunicaton", "communication")]
    [InlineData("equipmnet", "equipment")]
    [InlineData("equippmant", "equipment")]
    [InlineData("leedershipp", "leadership")]
    // Spanish, with and without its accents.
    [InlineData("segurdad", "seguridad")]
    [InlineData("seguirdad", "seguridad")]
    [InlineData("electirca", "eléctrica")]
    [InlineData("eletrica", "eléctrica")]
    [InlineData("maquians", "máquinas")]
    [InlineData("cleinte", "cliente")]
    [InlineData("heramientas", "herramientas")]
    [InlineData("numerso", "números")]
    [InlineData("soldadrua", "soldadura")]
    [InlineData("ninso", "niños")]
    public void MistypedWord_IsNearestToTheWordMeant(string typed, string meant) => Assert.Equal(meant, Known.Near(typed, 3).FirstOrDefault());

    [Theory]
    [InlineData("wok")] // three letters
    [InlineData("sfty")] // two slips in four letters
    [InlineData("zzzzzzzz")]
    [InlineData("")]
    public void WordTooFarFromAny_HasNone(string typed) => Assert.Empty(Known.Near(typed, 3));

    [Fact]
    public void SeveralWordsAsNear_StandMostUsedFirst() => Assert.Equal(["from", "form"], Known.Near("forrm", 3).Concat(Known.Near("frrm", 3)).Distinct().Order(StringComparer.Ordinal).Reverse());

    [Fact]
    public void WordsAtEqualDistance_StandByUseThenByAlphabet()
    {
        var words = Spelling.Of([new("bolt", 3), new("belt", 9), new("bult", 3)]);

        Assert.Equal(["belt", "bolt", "bult"], words.Near("bxlt", 5));
    }

    [Theory]
    [InlineData("comunicacion", "comunicación")]
    [InlineData("electrica", "eléctrica")]
    [InlineData("safety", "safety")]
    [InlineData("safty", null)]
    public void KnownWord_IsWrittenAsTextsWriteIt(string word, string? written) => Assert.Equal(written, Known.Written(word));

    [Fact]
    public void Beginning_GivesTheMostUsedFirst() => Assert.Equal(["machine", "máquinas", "machines"], Known.Beginning("ma", 10).Where(w => w != "maintain"));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abc", "xabc", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)] // no place is touched twice
    [InlineData("abcdef", "ghijkl", 4)] // more than 3
    public void Distance_IsAsCountedByHand(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(a, b, 3));
        Assert.Equal(distance, EditDistance.Between(b, a, 3));
    }
}
