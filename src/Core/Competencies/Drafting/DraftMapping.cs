using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>The tables of drafts.</summary>
public static class DraftMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Numbering>().HaveConversion<string>();
        conventions.Properties<TwinKind>().HaveConversion<string>();
        conventions.Properties<PickChoice>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Draft>().ToTable("competency_drafts").HasKey(d => d.Id);
        model.Entity<DraftStatement>().ToTable("draft_statements").HasKey(s => new { s.DraftId, s.Id });
        model.Entity<DraftStatement>().Ignore(s => s.Title);
        model.Entity<DraftLink>(link =>
        {
            link.ToTable("draft_links").HasKey(l => new { l.DraftId, l.Id });
            link.ComplexProperty(l => l.Origin, Named("origin"));
            link.ComplexProperty(l => l.Destination, Named("destination"));
        });
        model.Entity<DraftEdit>().ToTable("draft_edits").HasKey(e => new { e.DraftId, e.Sequence });
        model.Entity<DraftSpacing>().ToTable("draft_spacings").HasKey(s => new { s.DraftId, s.Sequence, s.Ordinal });
        model.Entity<DraftRefusal>().ToTable("draft_refusals").HasKey(r => r.Id);
        model.Entity<DraftPresence>().ToTable("draft_presences").HasKey(p => new { p.DraftId, p.Who, p.Place });
        model.Entity<DraftPick>().ToTable("draft_picks").HasKey(p => new { p.DraftId, p.Ordinal });
        model.Entity<DraftPick>().Ignore(p => p.Title);
    }

    private static Action<ComplexPropertyBuilder<NodeRef>> Named(string end) => node =>
    {
        node.Property(n => n.Id).HasColumnName(end + "_id");
        node.Property(n => n.Uri).HasColumnName(end + "_uri");
        node.Property(n => n.Title).HasColumnName(end + "_title");
        node.Property(n => n.Scheme).HasColumnName(end + "_scheme");
    };
}
