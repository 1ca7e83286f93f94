using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>What employers should keep in mind with these documents: how answers are rated, and what may not be asked in the United States.</summary>
public sealed record EmployerPackAdvice(IReadOnlyList<string> Anchors, IReadOnlyList<string> Steps, IReadOnlyList<string> NotToAsk, IReadOnlyList<string> MayAsk)
{
    /// <summary>The anchors are those of the levels 0 to 4, in order.</summary>
    public static EmployerPackAdvice In(DocumentWords words) => new(
        [
            words["No example, or one that does not show it."],
            words["A simple example, done with close help."],
            words["A usual case, handled alone and correctly."],
            words["A hard or unusual case, with good reasons for each step."],
            words["A hard case, and taught others or improved how the work is done."],
        ],
        [
            words["Ask every candidate the same questions in the same order, and rate each answer before the next question."],
            words["Rate what the person did, not how well it was told. Examples from school, home or volunteering count."],
            words["Two interviewers rate on their own and compare afterwards."],
        ],
        [
            words["age, or the year of birth or graduation"],
            words["marriage, children, pregnancy or plans for a family"],
            words["race, color, ancestry, birthplace, citizenship or first language"],
            words["religion, or holidays that are kept"],
            words["disability, illness, medicines or earlier claims for injuries"],
            words["sex, gender identity or sexual orientation"],
            words["arrests, and where the law forbids it convictions or earlier pay"],
            words["membership in unions or other groups"],
        ],
        [
            words["whether the person may lawfully work in the United States"],
            words["whether the person can do the tasks described, with or without a reasonable accommodation"],
            words["whether the person can work the hours that the job needs"],
        ]);
}
