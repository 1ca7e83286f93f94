using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Text;

namespace Trellis.Interop.Reference;

/// <summary>Reads files of in-demand rules, whose form docs/in-demand-rules.md tells. Every fault is told with its line.</summary>
public static class InDemandRules
{
    private const string Name = "in-demand-rules.yaml";

    /// <summary>The rules that ship in data/reference, in the order of the file; the first is the one that is used where nobody chose.</summary>
    public static List<InDemandRule> Read(string dataFolder) => Parse(Name, File.ReadAllText(Path.Combine(dataFolder, "reference", Name), Utf8.Strict));

    public static List<InDemandRule> Parse(string file, string yaml)
    {
        var problems = new List<Problem>();
        var root = YamlPart.Root(file, yaml, problems, (where, why) => Problem.Rejected(
            "not-a-rule-file", where, "This is not a file of in-demand rules: {0} See docs/in-demand-rules.md.", why));
        root.Allow("format", "rules");
        if (root.RequiredText("format") is var format and not "1")
            root.Fault("unknown-format", "The format is {0}; this program reads format 1.", format);
        if (!root.Has("rules"))
            root.Fault("missing-part", "There is no {0}.", "rules");
        var rules = root.List("rules").Select(r => new InDemandRuleReader(r).Read()).ToList();
        foreach (var twice in rules.GroupBy(r => r.Name).Where(g => g.Count() > 1))
            root.Fault("name-twice", "There are several rules with the name \"{0}\".", twice.Key);
        return problems.Count > 0 ? throw new UnusableInputException(problems) : rules;
    }
}
