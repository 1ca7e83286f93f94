namespace Trellis.Core.Access;

/// <summary>What a person is to an installation. One may be several things at once.</summary>
public enum Role
{
    Administrator,
    BoardStaff,
    CareerAdviser,
    ModelSteward,
    Employer,
    TrainingProvider,
    JobSeeker,
    Reader,
}

/// <summary>Which rows a permission reaches, from the fewest to all.</summary>
public enum Reach
{
    /// <summary>Those that the person owns or is assigned to.</summary>
    Own,

    /// <summary>Also those of the person's teams.</summary>
    Team,

    /// <summary>Also those of the person's organizations.</summary>
    Organization,

    All,
}

/// <summary>What each role may do, and on which rows. Nothing else in the program asks for a role.</summary>
public static class Roles
{
    private static readonly Dictionary<Role, Dictionary<Permission, Reach>> Grants = new()
    {
        [Role.Administrator] = Enum.GetValues<Permission>().ToDictionary(p => p, p => p is Permission.UseAccount or Permission.AnswerReviews ? Reach.Own : Reach.All),
        [Role.BoardStaff] = Of(
            (Permission.UseAccount, Reach.Own), (Permission.AnswerReviews, Reach.Own), (Permission.ReadOrganizations, Reach.Organization), (Permission.ReadAudit, Reach.All),
            (Permission.ImportModels, Reach.All), (Permission.ImportData, Reach.All), (Permission.ManageDemand, Reach.All), (Permission.ManageAreas, Reach.All),
            (Permission.EditModels, Reach.All), (Permission.ReviewModels, Reach.All)),
        [Role.CareerAdviser] = Of((Permission.UseAccount, Reach.Own), (Permission.AnswerReviews, Reach.Own), (Permission.ReadOrganizations, Reach.Organization)),
        [Role.ModelSteward] = Of(
            (Permission.UseAccount, Reach.Own), (Permission.AnswerReviews, Reach.Own), (Permission.ReadOrganizations, Reach.Organization),
            (Permission.ImportModels, Reach.All), (Permission.EditModels, Reach.All), (Permission.ReviewModels, Reach.All)),
        [Role.Employer] = Of((Permission.UseAccount, Reach.Own), (Permission.AnswerReviews, Reach.Own), (Permission.ReadOrganizations, Reach.Organization)),
        [Role.TrainingProvider] = Of((Permission.UseAccount, Reach.Own), (Permission.AnswerReviews, Reach.Own), (Permission.ReadOrganizations, Reach.Organization)),
        [Role.JobSeeker] = Of((Permission.UseAccount, Reach.Own), (Permission.AnswerReviews, Reach.Own)),
        [Role.Reader] = Of((Permission.UseAccount, Reach.Own), (Permission.AnswerReviews, Reach.Own)),
    };

    /// <summary>What the person at the machine may do as long as no administrator exists: keep content and data, and read the audit.</summary>
    public static IReadOnlySet<Permission> OfTheLocalSteward { get; } = new HashSet<Permission>
    {
        Permission.ImportModels, Permission.ImportData, Permission.ManageDemand, Permission.ManageAreas, Permission.ReadAudit, Permission.EditModels, Permission.ReviewModels, Permission.AnswerReviews,
    };

    /// <summary>How far the permission reaches for somebody with these roles; null where none of them gives it.</summary>
    public static Reach? ReachOf(IEnumerable<Role> roles, Permission permission)
    {
        Reach? widest = null;
        foreach (var role in roles)
        {
            if (Grants[role].TryGetValue(permission, out var reach) && (widest is null || reach > widest))
                widest = reach;
        }
        return widest;
    }

    private static Dictionary<Permission, Reach> Of(params (Permission Permission, Reach Reach)[] grants) => grants.ToDictionary(g => g.Permission, g => g.Reach);
}
