using Trellis.Core.Codes;
using Trellis.Core.Guidance.Funding;
using Trellis.Core.Text;

namespace Trellis.Interop.Reference;

/// <summary>Reads the rules of the funding screener, whose form docs/funding-rules.md tells. Every fault is told with its line.</summary>
public static class FundingRuleFile
{
    /// <summary>The file of a state or region in the data folder, whose programs replace those that ship or are added to them.</summary>
    public const string LocalName = "funding-programs.yaml";

    private const string Name = "funding-programs.yaml";

    private static readonly FundingChoice[] YesNo =
    [
        new("yes", Both("Yes", "Sí")), new("no", Both("No", "No")), new("not-sure", Both("Not sure", "No lo sé")),
    ];

    /// <summary>The rules that ship, with those of the state or region where its file is there.</summary>
    public static FundingRules Read(string dataFolder, string ownFolder)
    {
        var shipped = Parse(Name, File.ReadAllText(Path.Combine(dataFolder, "reference", Name), Utf8.Strict));
        var local = Path.Combine(ownFolder, LocalName);
        return File.Exists(local) ? Parse(local, File.ReadAllText(local, Utf8.Strict), shipped) : shipped;
    }

    /// <summary>A whole file of rules; or, over rules that are there, a file of a state or region with the programs that differ.</summary>
    public static FundingRules Parse(string file, string yaml, FundingRules? over = null)
    {
        var problems = new List<Problem>();
        var root = YamlPart.Root(file, yaml, problems, (where, why) => Problem.Rejected(
            "not-a-rule-file", where, "This is not a file of funding rules: {0} See docs/funding-rules.md.", why));
        root.Allow("format", "poverty", "questions", "requirements", "programs", "by");
        if (root.RequiredText("format") is var format and not "1")
            root.Fault("unknown-format", "The format is {0}; this program reads format 1.", format);
        List<FundingQuestion> questions = [.. over?.Questions ?? [], .. root.List("questions").Select(Question)];
        var conditions = new FundingConditionReader(questions, over?.Requirements);
        foreach (var requirement in root.List("requirements"))
            conditions.Name(requirement);
        if (root.Required("programs") is null)
            throw new UnusableInputException(problems);
        var local = over is null ? null : root.RequiredText("by");
        var programs = root.List("programs").Select(p => Program(p, conditions, local)).OfType<FundingProgram>().ToList();
        foreach (var twice in programs.GroupBy(p => p.Name).Where(g => g.Count() > 1))
            root.Fault("name-twice", "There are several programs with the name \"{0}\".", twice.Key);
        var poverty = root.Child("poverty") is { } line ? Poverty(line) : over?.Poverty;
        if (poverty is null)
            root.Fault("missing-part", "There is no {0}.", "poverty");
        if (problems.Count > 0)
            throw new UnusableInputException(problems);
        return over is null
            ? new(questions, programs, poverty!) { Requirements = conditions.Named }
            : (over with { Questions = questions, Poverty = poverty!, Requirements = conditions.Named }).With(programs);
    }

    private static FundingQuestion Question(YamlPart part)
    {
        part.Allow("name", "section", "words", "hint", "kind", "choices");
        var kind = part.RequiredText("kind");
        if (kind is not ("number" or "one" or "many" or "yes-no"))
            part.Fault("unknown-kind", "The kind is \"{0}\"; it should be number, one, many or yes-no.", kind);
        return new(part.RequiredText("name"), part.BothLanguages("words"), kind switch { "number" => AnswerKind.Number, "many" => AnswerKind.Many, _ => AnswerKind.One })
        {
            Section = part.Child("section")?.AsBothLanguages(),
            Hint = part.Child("hint")?.AsBothLanguages(),
            Choices = kind == "yes-no" ? YesNo : kind == "number" ? [] : [.. part.List("choices").Select(Choice)],
        };
    }

    private static FundingChoice Choice(YamlPart part)
    {
        part.Allow("name", "en", "es");
        return new(part.RequiredText("name"), Both(part.RequiredText("en"), part.RequiredText("es")));
    }

    private static FundingProgram? Program(YamlPart part, FundingConditionReader conditions, string? local)
    {
        part.Allow("name", "title", "gives", "ask", "citation", "effective", "requires", "first", "also");
        var name = part.RequiredText("name");
        if (name != Slug.Of(name))
            part.Fault("bad-name", "The name \"{0}\" is not of lower-case words joined by hyphens.", name);
        var (effective, requires) = (part.RequiredDate("effective"), part.Required("requires") is { } asked ? conditions.Read(asked) : null);
        return requires is null ? null : new()
        {
            Name = name,
            Title = part.BothLanguages("title"),
            Gives = part.BothLanguages("gives"),
            Ask = part.BothLanguages("ask"),
            Citation = part.RequiredText("citation"),
            Effective = effective,
            Requires = requires,
            First = part.Child("first") is { } first ? conditions.Read(first) : null,
            AlsoLooked = [.. part.List("also").Select(a => a.AsBothLanguages())],
            Local = local,
        };
    }

    private static PovertyLine Poverty(YamlPart part)
    {
        part.Allow("year", "first", "further");
        return new(Number("year"), Number("first"), Number("further"));

        int Number(string name) => part.Required(name) is null ? 0 : part.Number(name) ?? 0;
    }

    private static LanguageText Both(string en, string es) => LanguageText.From([new("en", en), new("es", es)]) ?? LanguageText.Of("en", "?");
}
