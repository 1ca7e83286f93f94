using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage.Releases;

/// <summary>The tables of releases and of the work on them.</summary>
public static class ReleaseMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<ReleaseState>().HaveConversion<string>();
        conventions.Properties<JobWork>().HaveConversion<string>();
        conventions.Properties<JobState>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<DataRelease>().ToTable("data_releases").HasKey(r => r.Key);
        model.Entity<DataJob>().ToTable("data_jobs").HasKey(j => j.Key);
    }
}
