using Xunit;

namespace Trellis.Tests.House;

/// <summary>The project speaks of itself alone, in US English.</summary>
public sealed class TextTests
{
    private static readonly string[] Binary = [".png", ".jpg", ".ico", ".woff2", ".xlsx", ".docx", ".zip"];

    // Each is cut in two here, so that this file does not hold what it looks for.
    private static readonly string[] MachinePaths = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "C:" + "\\Users"];

    private static readonly string[] Phrases =
    [
        "generated" + " by", "co-authored" + "-by", "ai-" + "generated", "as an ai" + " ", "chat" + "gpt", "co" + "pilot", "anth" + "ropic",
        "clau" + "de", "open" + "ai", "language model" + " wrote",
    ];

    private static readonly string[] BritishSpellings =
        ["lab" + "our", "behav" + "iour", "col" + "our", "organi" + "sation", "cata" + "logue", "program" + "me ", "enrol" + "ment", "judge" + "ment", "licen" + "ce"];

    public static TheoryData<string, string[]> Rules { get; } = new()
    {
        { "a path of somebody's machine", MachinePaths },
        { "a phrase on how a text came about", Phrases },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Texts_OfTheRepository_HoldNothingForeign(string what, string[] words)
    {
        // The license is not our text.
        var files = Repository.Files.Where(f => f != "LICENSE" && !Array.Exists(Binary, b => f.EndsWith(b, StringComparison.Ordinal))).ToList();

        Assert.True(files.Count > 100);
        Assert.Empty(files.SelectMany(f => Found(f, words)).Select(f => $"{what}: {f}"));
    }

    [Fact]
    public void Texts_ThatPeopleRead_AreInUsSpelling()
    {
        // Synonyms are there to understand other spellings.
        var files = Repository.In("docs", ".md").Concat(Repository.In("data", ".yaml", ".csv", ".md").Where(f => f != "data/reference/synonyms.csv"))
            .Concat(Repository.In("src", ".razor", ".md"))
            .Concat(Repository.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && !f.Contains('/', StringComparison.Ordinal))).ToList();

        Assert.True(files.Count > 15);
        Assert.Empty(files.SelectMany(f => Found(f, BritishSpellings)));
    }

    [Fact]
    public void Search_ForAWordThatIsThere_FindsIt() => Assert.NotEmpty(Found("Trellis.slnx", ["solution"]));

    private static IEnumerable<string> Found(string file, string[] words)
    {
        var text = Repository.Read(file);
        return words.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{file} holds \"{w}\"");
    }
}
