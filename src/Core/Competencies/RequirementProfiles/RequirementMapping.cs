using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>The tables of requirement profiles.</summary>
public static class RequirementMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<RequirementKind>().HaveConversion<string>();
        conventions.Properties<RequirementStatus>().HaveConversion<string>();
        conventions.Properties<PayUnit>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<RequirementProfile>().ToTable("requirement_profiles").HasKey(p => p.Id);
        model.Entity<RequirementProfile>().Ignore(p => p.Job);
        model.Entity<RequirementItem>().ToTable("requirement_items").HasKey(i => new { i.ProfileId, i.StatementId });
        model.Entity<WorksheetTarget>().ToTable("worksheet_targets").HasKey(t => t.WorksheetId);
    }
}
