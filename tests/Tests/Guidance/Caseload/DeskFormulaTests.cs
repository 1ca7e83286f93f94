using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Planning;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>docs/formulas.md, "An adviser's day". Days are counted by hand from March 10, 2026.</summary>
public sealed class DeskFormulaTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static readonly Guid One = new("00000000-0000-4000-8000-000000000001"), Two = new("00000000-0000-4000-8000-000000000002");

    [Theory]
    [InlineData(1, false, "")]
    [InlineData(0, false, "today")]
    [InlineData(-1, false, "overdue")]
    [InlineData(1, true, "")]
    [InlineData(0, true, "follow-up")]
    [InlineData(-40, true, "follow-up")]
    public void Task_OfADay_StandsInOnePart(int days, bool isByRule, string part) =>
        Assert.Equal(part, Parts(Case(One) with { Tasks = [Task(days, isByRule ? "after-30" : null)] }));

    [Theory]
    [InlineData(1, false, "")]
    [InlineData(0, false, "today")]
    [InlineData(-1, false, "overdue")]
    [InlineData(-1, true, "")]
    [InlineData(null, false, "")]
    public void Step_OfAPlan_StandsInOnePartUntilItIsDone(int? days, bool isDone, string part)
    {
        var step = new PlanEntry(PlanEntryKind.Service, "Visit", PlanParty.Adviser) { Due = days is { } d ? Today.AddDays(d) : null, Done = isDone ? Today : null };

        Assert.Equal(part, Parts(Case(One) with { Steps = [step] }));
        Assert.Equal("", Parts(Case(One) with { Steps = [step], State = CustomerState.Closed }));
    }

    [Theory]
    [InlineData(31, "")]
    [InlineData(30, "ending")]
    [InlineData(0, "ending,today")]
    [InlineData(-1, "ending")]
    public void Consent_ThatEnds_IsNamedAndAfterItsEndNothingElseIs(int days, string parts) =>
        Assert.Equal(parts, Parts(new DeskCase(One, Today, Today.AddDays(days)) { Tasks = days > 0 ? [] : [Task(0, null)] }));

    [Theory]
    [InlineData(30, 30, "")]
    [InlineData(31, 30, "quiet")]
    [InlineData(31, 60, "")]
    public void Customer_WithoutContact_IsNamedAfterTheDays(int since, int quietDays, string part)
    {
        var quiet = new DeskCase(One, Today.AddDays(-since), Today.AddDays(200));

        Assert.Equal(part, Parts(quiet, quietDays));
        Assert.Equal("", Parts(quiet with { State = CustomerState.Closed }, quietDays));
        Assert.Equal("ending", Parts(quiet with { ConsentUntil = Today.AddDays(-2) }, quietDays));
    }

    [Fact]
    public void Task_OfAClosedCase_StaysAndAnEndingConsentDoesNot() =>
        Assert.Equal("follow-up", Parts(new DeskCase(One, Today.AddDays(-99), Today.AddDays(3)) { State = CustomerState.Closed, Tasks = [Task(-2, "after-90")] }));

    [Fact]
    public void Lines_OfSeveralCustomers_StandByDayThenByNumber()
    {
        DeskCase[] cases = [Case(Two) with { Tasks = [Task(-3, null), Task(-1, null)] }, Case(One) with { Tasks = [Task(-1, null)] }];

        Assert.Equal([(Two, -3), (One, -1), (Two, -1)], Desk.Of(cases, Today, 30).Overdue.Select(l => (l.Customer, l.Day.DayNumber - Today.DayNumber)));
    }

    private static DeskCase Case(Guid id) => new(id, Today, Today.AddDays(200));

    private static CustomerTask Task(int days, string? rule) =>
        new() { Id = Guid.NewGuid(), CustomerId = One, Text = rule is null ? "x" : null, Rule = rule, Due = Today.AddDays(days), MadeAt = DateTimeOffset.UnixEpoch, Who = "t" };

    private static string Parts(DeskCase one, int quietDays = 30)
    {
        var desk = Desk.Of([one], Today, quietDays);
        return string.Join(',', new[] { ("ending", desk.Ending), ("follow-up", desk.FollowUps), ("overdue", desk.Overdue), ("quiet", desk.Quiet), ("today", desk.Today) }
            .SelectMany(p => p.Item2.Select(_ => p.Item1)));
    }
}
