using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;

namespace Trellis.Core.Storage;

/// <summary>The contents page of the database. Reads come from anywhere; writes go through the editors of the areas.</summary>
public sealed class Db(Engine engine, DbContextOptions<Db> options) : DbContext(options)
{
    public Engine Engine { get; } = engine;

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Framework> Frameworks => Set<Framework>();

    public DbSet<FrameworkVersion> FrameworkVersions => Set<FrameworkVersion>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<Alignment> Alignments => Set<Alignment>();

    public DbSet<Scale> Scales => Set<Scale>();

    public DbSet<ImportRecord> ImportRecords => Set<ImportRecord>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<ShippedFile> ShippedFiles => Set<ShippedFile>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Engine.Conventions(configurationBuilder);
        CompetencyMapping.Conventions(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AccessMapping.Map(modelBuilder);
        CompetencyMapping.Map(modelBuilder);
        modelBuilder.Entity<Upload>().ToTable("uploads").HasKey(u => u.Id);
        modelBuilder.Entity<ProtectionKey>().ToTable("protection_keys").HasKey(k => k.Id);
        modelBuilder.Entity<ShippedFile>().ToTable("shipped_files").HasKey(f => f.Name);
        SnakeCase.Apply(modelBuilder);
    }
}
