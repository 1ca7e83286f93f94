using Sylvan.Data.Csv;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Guidance;

/// <summary>A question on one skill or field of knowledge, with an example of very little and one of very much of it.</summary>
public sealed record SkillQuestion(string Element, LanguageText Text, LanguageText Low, LanguageText High);

/// <summary>Something to do that a person may like or not; its id begins with the letter of its type of interests.</summary>
public sealed record InterestItem(string Id, LanguageText Text);

/// <summary>The questions that ship in data/reference/guidance, all of them written for this project, in the order of their files.</summary>
public sealed record GuidanceQuestions(IReadOnlyList<SkillQuestion> Skills, IReadOnlyList<InterestItem> Interests)
{
    private const string Folder = "guidance";

    public static GuidanceQuestions Read(string dataFolder) => new(
        [.. Rows(dataFolder, "skill-questions.csv").Select(r => new SkillQuestion(Element(r("element")), Text(r, ""), Text(r, "low_"), Text(r, "high_")))],
        [.. Rows(dataFolder, "interest-items.csv").Select(r => new InterestItem(r("item"), Text(r, "")))]);

    private static string Element(string text) => OnetElementId.TryParse(text, out var id) ? id.Value : throw new InvalidDataException($"\"{text}\" is no element.");

    private static LanguageText Text(Func<string, string> row, string prefix) => LanguageText.From([new("en", row(prefix + "en")), new("es", row(prefix + "es"))])!;

    private static IEnumerable<Func<string, string>> Rows(string dataFolder, string name)
    {
        using var reader = CsvDataReader.Create(Path.Combine(dataFolder, "reference", Folder, name));
        while (reader.Read())
            yield return column => reader.GetString(reader.GetOrdinal(column));
    }
}
