using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Guidance.Planning;

/// <summary>Versions and signatures of a plan, its file, and its calendar.</summary>
public sealed class PlanEditsTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5), Tuesday = new(2026, 1, 6);

    [Fact]
    public void Change_AfterASignature_BeginsANewVersionAndIsRecorded()
    {
        var plan = Plan.Empty.With(Step("First"), Monday);
        Assert.Equal((1, 0), (plan.Version, plan.Changes.Count));

        plan = plan.SignedBy(PlanSigner.Participant, "Rosa", Monday).With(Step("Second"), Tuesday).WithoutEntry(0, Tuesday);
        Assert.Equal(2, plan.Version);
        Assert.False(plan.IsSigned);
        Assert.Equal([new(2, Tuesday, PlanChangeKind.Added, "Second"), new PlanChange(2, Tuesday, PlanChangeKind.Removed, "First")], plan.Changes);
        Assert.Equal(3, plan.SignedBy(PlanSigner.Adviser, "Kim", Tuesday).WithPeople("Rosa", "Kim", Tuesday).Version);
    }

    [Fact]
    public void Progress_AfterASignature_ChangesNoVersion()
    {
        var plan = Plan.Empty.With(Step("First"), Monday).SignedBy(PlanSigner.Adviser, "Kim", Monday).WithDone(0, Tuesday).Reassessed(new(Tuesday, "O*NET"));

        Assert.Equal((1, Tuesday), (plan.Version, plan.Entries[0].Done));
        Assert.True(plan.IsSigned);
        Assert.Null(plan.WithDone(0, Tuesday).Entries[0].Done);
        Assert.Equal(["Lee"], plan.SignedBy(PlanSigner.Adviser, "Lee", Tuesday).Signatures.Select(s => s.Name));
    }

    [Fact]
    public void Choice_OfAProgram_IsOneWithItsReason()
    {
        var plan = Plan.Empty.With(new ConsideredProgram("a", "A", "P", ""), Monday).With(new ConsideredProgram("b", "B", "P", ""), Monday)
            .With(new ConsideredProgram("a", "Other", "P", ""), Monday).Choosing(0, "near", Monday).Choosing(1, "cheap", Monday);

        Assert.Equal(["A", "B"], plan.Programs.Select(p => p.Name));
        Assert.Equal(("B", "cheap"), (plan.Chosen!.Name, plan.Chosen.Reason));
        Assert.Null(plan.Programs[0].Reason);
    }

    [Fact]
    public void File_OfAPlan_ReadsAsItWasWritten()
    {
        var plan = Whole();
        var read = PlanReader.Read(PlanJson.Write(plan));

        Assert.Equal(PlanJson.Write(plan), PlanJson.Write(read));
        Assert.Equal(Figure.Suppressed, read.Programs[0].AtWork);
        Assert.Equal(Figure.NotReported, read.Programs[0].Weeks);
        Assert.Equal(PlanJson.Write(Plan.Empty), PlanJson.Write(PlanReader.Read(PlanJson.Write(Plan.Empty))));
    }

    [Theory]
    [InlineData("""{"format":"trellis-profile","version":1,"planVersion":1}""", "unknown-format:/format")]
    [InlineData("""{"format":"trellis-plan","version":2,"planVersion":1}""", "newer-version:/version")]
    [InlineData("""{"format":"trellis-plan","version":1,"planVersion":1,"entries":[{"kind":"wish","text":"x","who":"adviser"}]}""", "unknown-choice:/entries/0/kind")]
    [InlineData("""{"format":"trellis-plan","version":1,"planVersion":1,"goal":{"code":"29","title":"x"}}""", "no-onet-code:/goal/code")]
    [InlineData("""{"format":"trellis-plan","version":1,"planVersion":1,"more":1}""", "unknown-field:/more")]
    [InlineData("""{"format":"trellis-plan","version":1,"planVersion":1,"programs":[{"id":"a","name":"A","chosen":true},{"id":"b","name":"B","chosen":true}]}""", "two-choices:/programs")]
    [InlineData("[]", "no-plan:")]
    [InlineData("{", "not-json:")]
    public void File_WithAFault_IsNotTaken(string file, string expected)
    {
        var problem = Assert.Single(Assert.Throws<UnusableInputException>(() => PlanReader.Read(Utf8.Strict.GetBytes(file))).Problems);
        Assert.Equal(expected, $"{problem.Code}:{problem.Where}");
    }

    [Fact]
    public void Snapshot_OfAGap_IsRounded()
    {
        var gap = GapAnalysis.Of([new("a", LanguageText.Of("en", "Reading"), LanguageText.Of("en", "G"), 1, 2.04), new("b", LanguageText.Of("en", "Repairing"), LanguageText.Of("en", "G"), 1, 2)],
            r => r.Id == "a" ? new(0.5, LevelOrigin.Rated) : null);
        var snapshot = GapSnapshot.Of(gap, Monday, "O*NET");

        // 0.5 / 2.04 is 24.5 per cent.
        Assert.Equal((25, 0, 0, 1, 1), (snapshot.Ready, snapshot.Have, snapshot.Partly, snapshot.Missing, snapshot.NotAssessed));
        Assert.Equal(new GapLine("Reading", 20, 5), Assert.Single(snapshot.Lines));
    }

    internal static Plan Whole() => new Plan
    {
        Participant = "Rosa Ejemplo",
        Goal = new("29-1141.00", "Registered Nurses") { Model = "Health", ModelVersion = "1.0" },
        Gaps = [new(Monday, "O*NET 30.2") { Ready = 40, Lowest = 30, Highest = 60, Missing = 2, Lines = [new("Reading", 30, null), new("Medicine", 40, 15)] }],
        Programs = [new("x-1", "Nursing", "College", "List") { Cost = Figure.Of(980_000), AtWork = Figure.Suppressed, IsChosen = true, Reason = "near" }],
        Money = [new("Books", 20_000, false), new("Grant", 50_000, true) { IsGranted = true }],
    }.With(Step("Enroll") with { Due = Tuesday }, Monday).SignedBy(PlanSigner.Participant, "Rosa Ejemplo", Monday).With(Step("Meet; again, ok") with { Due = Monday }, Tuesday);

    private static PlanEntry Step(string text) => new(PlanEntryKind.Objective, text, PlanParty.Participant);
}
