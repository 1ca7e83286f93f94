using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Trellis.Core.Text;

namespace Trellis.Core.Storage.Releases;

/// <summary>The tables of releases and of the work on them.</summary>
public static class ReleaseMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<ReleaseState>().HaveConversion<string>();
        conventions.Properties<IReadOnlyList<CodeChange>>().HaveConversion<ChangesColumn, ChangesComparer>();
        conventions.Properties<JobWork>().HaveConversion<string>();
        conventions.Properties<JobState>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<DataRelease>().ToTable("data_releases").HasKey(r => r.Key);
        model.Entity<DataJob>().ToTable("data_jobs").HasKey(j => j.Key);
    }

    private sealed class ChangesColumn() : ValueConverter<IReadOnlyList<CodeChange>, string>(
        changes => JsonSerializer.Serialize(changes, TextJson.Options), json => Read(json));

    private sealed class ChangesComparer() : ValueComparer<IReadOnlyList<CodeChange>>(
        (a, b) => a!.SequenceEqual(b!), changes => changes.Count, changes => changes.ToList());

    private static List<CodeChange> Read(string json) => JsonSerializer.Deserialize<List<CodeChange>>(json, TextJson.Options)!;
}
