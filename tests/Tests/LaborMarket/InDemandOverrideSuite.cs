using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Reference;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.LaborMarket;

/// <summary>Labels that a board puts in place of a rule's, kept on both databases.</summary>
public abstract class InDemandOverrideSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private static readonly InDemandRule Rule = InDemandRules.Read(ShippedData.Folder)[0];
    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task Override_Saved_HoldsWithWhoWhenAndWhy()
    {
        await SaveAsync(DemandLabel.InDemand, "  The new hospital opens in March. ", TestModel.Change.When);

        var kept = await _db.InDemandOverrides.SingleAsync();
        Assert.Equal(("trellis-default", "1", "region-test", "29-1141", DemandLabel.InDemand), (kept.Rule, kept.RuleVersion, kept.Area, kept.Occupation, kept.Label));
        Assert.Equal(("tester", TestModel.Change.When, "The new hospital opens in March."), (kept.Who, kept.When, kept.Why));
        var audit = await _db.Set<AuditEntry>().SingleAsync(a => a.Action == "demand override");
        Assert.Equal(("trellis-default region-test 29-1141", kept.Why), (audit.Subject, audit.Why));
        Assert.Contains("InDemand", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Override_AnsweredByALaterOne_IsKeptBehindIt()
    {
        await SaveAsync(DemandLabel.InDemand, "First.", TestModel.Change.When);
        await SaveAsync(DemandLabel.NotInDemand, "Second.", TestModel.Change.When.AddDays(1));
        Assert.Equal(DemandLabel.NotInDemand, (await ListAsync()).List.Unused.Single().Label);

        await SaveAsync(null, "The rule is right.", TestModel.Change.When.AddDays(2));

        var demand = await ListAsync();
        Assert.Empty(demand.List.Unused);
        Assert.Equal(TestModel.Change.When.AddDays(2), demand.Overridden);
        Assert.Equal(3, await _db.InDemandOverrides.CountAsync());
    }

    [Theory]
    [InlineData("   ", "region-test", "override-reason")]
    [InlineData("Because.", "region-nowhere", "unknown-area")]
    public async Task Override_ThatCannotBe_SavesNothing(string why, string area, string code)
    {
        var fault = await Assert.ThrowsAsync<UnusableInputException>(() => SaveAsync(DemandLabel.Balanced, why, TestModel.Change.When, area));

        Assert.Equal(code, Assert.Single(fault.Problems).Code);
        Assert.Equal((0, 0), (await _db.InDemandOverrides.CountAsync(), await _db.Set<AuditEntry>().CountAsync(a => a.Action == "demand override")));
    }

    [Fact]
    public async Task Override_WithALabelThatTheRuleLacks_IsRefused()
    {
        var rule = InDemandRules.Read(ShippedData.Folder).Single(r => r.Name == "south-dakota");

        var fault = await Assert.ThrowsAsync<UnusableInputException>(() => new InDemandOverrideEditor(_db).SaveAsync(rule, Place("region-test"), DemandLabel.Balanced, TestModel.Change));

        Assert.Equal("unknown-label", Assert.Single(fault.Problems).Code);
    }

    private Task<AreaDemand> ListAsync() => AreaDemand.ReadAsync(_db, Rule, AreaCode.Region("test"));

    private Task<InDemandOverride> SaveAsync(DemandLabel? label, string why, DateTimeOffset when, string area = "region-test") =>
        new InDemandOverrideEditor(_db).SaveAsync(Rule, Place(area), label, TestModel.Change with { When = when, Why = why });

    private static (AreaCode Area, SocCode Occupation) Place(string area)
    {
        Assert.True(AreaCode.TryParse(area, out var code) & SocCode.TryParse("29-1141", out var soc));
        return (code, soc);
    }

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
        _db.Add(new Area { Code = "region-test", Kind = AreaKind.Region, Name = "Test" });
        await _db.SaveChangesAsync();
        _db.ChangeTracker.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _db.DisposeAsync();
        await _test.DisposeAsync();
    }
}

public sealed class InDemandOverrideOnSqliteTests() : InDemandOverrideSuite(TestDb.SqliteAsync);

public sealed class InDemandOverrideOnPostgresTests() : InDemandOverrideSuite(TestDb.PostgresAsync);
