using Trellis.Core.Access;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>The pure rules of access.</summary>
public sealed class RuleTests
{
    private static readonly Guid Home = Guid.NewGuid();
    private static readonly Guid Crew = Guid.NewGuid();
    private static readonly Guid Elsewhere = Guid.NewGuid();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(9, 16)]
    [InlineData(10, 30)]
    [InlineData(1000, 30)]
    public void Lockout_AfterFailures_WaitsTwiceAsLongEachTime(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), LockoutRule.WaitAfter(failures));

    [Theory]
    [InlineData("violet anchor pudding 88", null)]
    [InlineData("tr0ub4dor&3xqzw", null)]
    [InlineData("zwölf grüne Krähen", null)]
    [InlineData("short words", "password-short")]
    [InlineData("password1234", "password-common")]
    [InlineData("P@ssw0rd2026!!", "password-common")]
    [InlineData("qwertyuiop123456", "password-common")]
    [InlineData("aaaaaaaaaaaaaaaa", "password-common")]
    [InlineData("01122026011220", "password-common")]
    [InlineData("summersummer2026", "password-common")]
    [InlineData("Trellis-Admin-1", "password-common")]
    [InlineData("rivera sails at dawn", "password-personal")]
    [InlineData("ana.rivera@exam", "password-personal")]
    public void Password_OfSomeText_IsTakenOrRefused(string password, string? code) =>
        Assert.Equal(code, PasswordRule.Fault(password, "Ana Rivera", "ana.rivera@example.org")?.Code);

    [Fact]
    public void Password_OfTwoHundredCharacters_IsTheLongest()
    {
        var words = string.Concat(Enumerable.Range(0, 40).Select(i => (char)('a' + (i * 7 % 26)) + "zebq"));

        Assert.Null(PasswordRule.Fault(words[..200]));
        Assert.Equal("password-long", PasswordRule.Fault(words[..200] + "x")?.Code);
    }

    [Theory]
    [InlineData(Role.Administrator, Permission.ManagePeople, Reach.All)]
    [InlineData(Role.Administrator, Permission.UseAccount, Reach.Own)]
    [InlineData(Role.BoardStaff, Permission.ReadAudit, Reach.All)]
    [InlineData(Role.BoardStaff, Permission.ManagePeople, null)]
    [InlineData(Role.ModelSteward, Permission.ImportModels, Reach.All)]
    [InlineData(Role.ModelSteward, Permission.ImportData, null)]
    [InlineData(Role.CareerAdviser, Permission.ReadOrganizations, Reach.Organization)]
    [InlineData(Role.JobSeeker, Permission.ReadOrganizations, null)]
    [InlineData(Role.Reader, Permission.UseAccount, Reach.Own)]
    public void Role_ForAPermission_ReachesSoFar(Role role, Permission permission, Reach? reach) => Assert.Equal(reach, Roles.ReachOf([role], permission));

    [Fact]
    public void Roles_OfOnePerson_AddUp()
    {
        Assert.Equal(Reach.All, Roles.ReachOf([Role.Employer, Role.ModelSteward], Permission.ImportModels));
        Assert.Equal(Reach.All, Roles.ReachOf([Role.CareerAdviser, Role.Administrator], Permission.ReadOrganizations));
        Assert.Null(Roles.ReachOf([], Permission.UseAccount));
    }

    [Fact]
    public void Steward_OfTheMachine_MayNotManagePeople()
    {
        Assert.Contains(Permission.ImportData, Roles.OfTheLocalSteward);
        Assert.DoesNotContain(Permission.ManagePeople, Roles.OfTheLocalSteward);
        Assert.DoesNotContain(Permission.UseAccount, Roles.OfTheLocalSteward);
    }

    [Fact]
    public void Limit_OfAnOrganization_SeesItsRowsAndNoOthers()
    {
        var limit = RowLimit.Of(SomeAdviser(), Permission.ReadOrganizations)!;

        Assert.True(limit.Sees(null, null, Home));
        Assert.True(limit.Sees(null, Crew, null));
        Assert.False(limit.Sees(null, null, Elsewhere));
        Assert.False(limit.Sees(Elsewhere, Elsewhere, Elsewhere));
        Assert.False(limit.Sees(null, null, null));
    }

    [Fact]
    public void Limit_OfOwnRows_SeesThoseOfThePersonAlone()
    {
        var adviser = SomeAdviser();
        var limit = RowLimit.Of(adviser, Permission.UseAccount)!;

        Assert.True(limit.Sees(adviser.Id, null, Elsewhere));
        Assert.False(limit.Sees(null, Crew, Home));
    }

    [Fact]
    public void Limit_WithoutThePermission_IsNone()
    {
        Assert.Null(RowLimit.Of(SomeAdviser(), Permission.ManagePeople));
        Assert.True(RowLimit.Of(SomeAdviser() with { Roles = new HashSet<Role> { Role.Administrator } }, Permission.ManagePeople)!.Sees(null, null, Elsewhere));
    }

    [Fact]
    public void Actor_ByAKey_MayDoWhatBothMay()
    {
        var actor = SomeAdviser() with { Scopes = new HashSet<Permission> { Permission.ReadOrganizations, Permission.ManagePeople } };

        Assert.True(actor.May(Permission.ReadOrganizations));
        Assert.False(actor.May(Permission.ManagePeople));
        Assert.False(actor.May(Permission.UseAccount));
    }

    [Fact]
    public void Who_OfAPerson_LeadsBackToIt()
    {
        Assert.Equal(Home, Actor.PersonOf(Actor.WhoOf(Home)));
        Assert.Null(Actor.PersonOf("steward at this computer"));
        Assert.Null(Actor.PersonOf("person x"));
    }

    private static Actor SomeAdviser() => new(Guid.NewGuid(), "Ana", new HashSet<Role> { Role.CareerAdviser })
    {
        Organizations = new HashSet<Guid> { Home },
        Teams = new HashSet<Guid> { Crew },
    };
}
