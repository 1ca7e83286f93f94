using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage.Releases;

/// <summary>The table of releases.</summary>
public static class ReleaseMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions) => conventions.Properties<ReleaseState>().HaveConversion<string>();

    public static void Map(ModelBuilder model) => model.Entity<DataRelease>().ToTable("data_releases").HasKey(r => r.Key);
}
