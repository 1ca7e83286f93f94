using Trellis.Core.Guidance.Caseload.Groups;

namespace Trellis.Interop.Guidance;

/// <summary>The lists of a group of customers as tables without names, in which no group of fewer than five people stands. docs/formulas.md, "Small groups".</summary>
public static class GroupTable
{
    private const string Withheld = "withheld";

    private const int Hundred = 100;

    public static OutgoingTable Skills(GroupView view) => new("Skills", ["Element", "Skill or knowledge", "Asked of", "Lack it", "Levels short, mean", "Not assessed"],
        [.. view.Gaps.Lacks.Where(l => l.Asked >= SmallGroups.Least).Select(Skill)]);

    public static OutgoingTable Goals(GroupView view) => new("Goals", ["Occupation", "Title", "People"],
        [.. view.Gaps.Goals.Where(g => g.Who.Count >= SmallGroups.Least).Select(g => new OutgoingCell[] { g.Code, view.Goals[g.Code], g.Who.Count })]);

    public static OutgoingTable Programs(GroupView view) => new("Programs", ["Program", "Name", "Provider", "People", "Closes of their gaps, mean %", "Cost for each, dollars", "List"],
        [.. view.Programs.Where(p => p.Who.Count >= SmallGroups.Least).Select(p => Program(p, view))]);

    private static OutgoingCell[] Skill(GroupLack lack)
    {
        var withheld = SmallGroups.Withheld([lack.Lacking, lack.NotAssessed, lack.Have]);
        return
        [
            lack.Id, lack.Name.In("en"), lack.Asked, withheld[0] ? Withheld : lack.Lacking,
            withheld[0] ? Withheld : Math.Round(lack.MeanShortfall ?? 0, 1, MidpointRounding.AwayFromZero), withheld[1] ? Withheld : lack.NotAssessed,
        ];
    }

    private static OutgoingCell[] Program(GroupProgram program, GroupView view)
    {
        var profile = view.Profiles[program.Program];
        return
        [
            program.Program, profile.Program.Name, profile.Provider.Name, program.Who.Count, Math.Round(Hundred * program.MeanShare, MidpointRounding.AwayFromZero),
            OutgoingCell.Of(program.Cost, Hundred), $"{profile.Release.Title}, {profile.Release.Edition}",
        ];
    }
}
