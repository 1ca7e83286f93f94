using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>The tables of this area.</summary>
public static class CompetencyMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<LanguageText>().HaveConversion<TextColumn>();
        conventions.Properties<LanguageTerms>().HaveConversion<TermsColumn>();
        conventions.Properties<IReadOnlyList<string>>().HaveConversion<ListColumn, ListComparer>();
        conventions.Properties<FrameworkKind>().HaveConversion<string>();
        conventions.Properties<VersionStatus>().HaveConversion<string>();
        conventions.Properties<StatementKind>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Framework>().ToTable("competency_frameworks").HasKey(f => f.Key);
        // PostgreSQL keeps the name ctid for itself.
        model.Entity<Framework>().Property(f => f.Ctid).HasColumnName("registry_id");
        model.Entity<FrameworkVersion>().ToTable("competency_versions").HasKey(v => v.Key);
        model.Entity<Statement>().ToTable("competency_statements").HasKey(s => new { s.VersionKey, s.Ordinal });
        model.Entity<Alignment>(alignment =>
        {
            alignment.ToTable("competency_alignments").HasKey(a => new { a.VersionKey, a.Ordinal });
            alignment.ComplexProperty(a => a.Origin, Named("origin"));
            alignment.ComplexProperty(a => a.Destination, Named("destination"));
        });
        model.Entity<ImportRecord>().ToTable("import_reports").HasKey(r => r.Id);
        model.Entity<Scale>().ToTable("competency_scales").HasKey(s => s.Slug);
        model.Entity<Scale>().HasMany(s => s.Levels).WithOne().HasForeignKey(l => l.ScaleSlug);
        model.Entity<ScaleLevel>().ToTable("competency_scale_levels").HasKey(l => new { l.ScaleSlug, l.Level });
    }

    private static Action<ComplexPropertyBuilder<NodeRef>> Named(string end) => node =>
    {
        node.Property(n => n.Id).HasColumnName(end + "_id");
        node.Property(n => n.Uri).HasColumnName(end + "_uri");
        node.Property(n => n.Title).HasColumnName(end + "_title");
        node.Property(n => n.Scheme).HasColumnName(end + "_scheme");
    };

    private sealed class TextColumn() : ValueConverter<LanguageText, string>(text => text.ToJson(), json => LanguageText.FromJson(json));

    private sealed class TermsColumn() : ValueConverter<LanguageTerms, string>(terms => terms.ToJson(), json => LanguageTerms.FromJson(json));

    private sealed class ListColumn() : ValueConverter<IReadOnlyList<string>, string>(
        list => Write(list), json => Read(json));

    private sealed class ListComparer() : ValueComparer<IReadOnlyList<string>>(
        (a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList());

    public static string Write(IReadOnlyList<string> list) => JsonSerializer.Serialize(list, TextJson.Options);

    private static List<string> Read(string json) => JsonSerializer.Deserialize<List<string>>(json, TextJson.Options)!;
}
