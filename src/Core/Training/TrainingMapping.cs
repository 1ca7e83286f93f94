using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Training;

/// <summary>The tables of this area.</summary>
public static class TrainingMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<InDemandScheme>().HaveConversion<string>();
        conventions.Properties<ProgramFormat>().HaveConversion<string>();
        conventions.Properties<Population>().HaveConversion<string>();
        conventions.Properties<EarningsKind>().HaveConversion<string>();
        conventions.Properties<CredentialKind>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Cip>().ToTable("training_cips").HasKey(c => new { c.ReleaseKey, c.Code });
        model.Entity<CipSoc>().ToTable("training_cip_socs").HasKey(c => new { c.ReleaseKey, c.Cip, c.Soc });
        model.Entity<Provider>().ToTable("training_providers").HasKey(p => new { p.ReleaseKey, p.Id });
        model.Entity<TrainingProgram>().ToTable("training_programs").HasKey(p => new { p.ReleaseKey, p.Id });
        model.Entity<ProgramOccupation>().ToTable("training_program_occupations").HasKey(o => new { o.ReleaseKey, o.ProgramId, o.Ordinal });
        model.Entity<ProgramOutcome>().ToTable("training_outcomes").HasKey(o => new { o.ReleaseKey, o.Ordinal });
        model.Entity<InDemandListing>().ToTable("training_in_demand").HasKey(d => new { d.ReleaseKey, d.Scheme, d.Code });
        model.Entity<Credential>().ToTable("training_credentials").HasKey(c => new { c.ReleaseKey, c.Id });
    }
}
