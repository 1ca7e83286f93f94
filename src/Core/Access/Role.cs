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
    /// <summary>What everybody with an account may do with what is their own.</summary>
    private static readonly Permission[] OfEverybody = [Permission.UseAccount, Permission.KeepOwnProfile, Permission.AnswerReviews];

    private static readonly Dictionary<Role, Dictionary<Permission, Reach>> Grants = new()
    {
        // Nobody reads of customers by running an installation: docs/decisions/0014-caseload.md.
        [Role.Administrator] = Enum.GetValues<Permission>().Where(p => p != Permission.ServeCustomers).ToDictionary(p => p, p => OfEverybody.Contains(p) ? Reach.Own : Reach.All),
        [Role.BoardStaff] = Of(
            (Permission.ReadOrganizations, Reach.Organization), (Permission.ReadAudit, Reach.All),
            (Permission.ImportModels, Reach.All), (Permission.ImportData, Reach.All), (Permission.ManageDemand, Reach.All), (Permission.ManageAreas, Reach.All),
            (Permission.EditModels, Reach.All), (Permission.ReviewModels, Reach.All), (Permission.KeepWorksheets, Reach.Organization)),
        [Role.CareerAdviser] = Of((Permission.ReadOrganizations, Reach.Organization), (Permission.ServeCustomers, Reach.Team), (Permission.KeepWorksheets, Reach.Organization)),
        [Role.ModelSteward] = Of(
            (Permission.ReadOrganizations, Reach.Organization), (Permission.ImportModels, Reach.All), (Permission.EditModels, Reach.All), (Permission.ReviewModels, Reach.All),
            (Permission.KeepWorksheets, Reach.Organization)),
        [Role.Employer] = Of((Permission.ReadOrganizations, Reach.Organization), (Permission.KeepWorksheets, Reach.Organization)),
        [Role.TrainingProvider] = Of((Permission.ReadOrganizations, Reach.Organization), (Permission.KeepWorksheets, Reach.Organization)),
        [Role.JobSeeker] = Of(),
        [Role.Reader] = Of(),
    };

    /// <summary>What the person at the machine may do as long as no administrator exists: keep content and data, and read the audit.</summary>
    public static IReadOnlySet<Permission> OfTheLocalSteward { get; } = new HashSet<Permission>
    {
        Permission.ImportModels, Permission.ImportData, Permission.ManageDemand, Permission.ManageAreas, Permission.ReadAudit, Permission.EditModels, Permission.ReviewModels,
        Permission.KeepWorksheets, Permission.AnswerReviews,
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

    private static Dictionary<Permission, Reach> Of(params (Permission Permission, Reach Reach)[] grants) =>
        OfEverybody.Select(p => (Permission: p, Reach: Reach.Own)).Concat(grants).ToDictionary(g => g.Permission, g => g.Reach);
}
