using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Occupations;

/// <summary>The tables of this area.</summary>
public static class OccupationMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<TitleKind>().HaveConversion<string>();
        conventions.Properties<TechnologyKind>().HaveConversion<string>();
        conventions.Properties<SocLevel>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Occupation>().ToTable("occupations").HasKey(o => new { o.ReleaseKey, o.Code });
        model.Entity<OccupationTitle>().ToTable("occupation_titles").HasKey(t => new { t.ReleaseKey, t.Code, t.Ordinal });
        model.Entity<OccupationTask>().ToTable("occupation_tasks").HasKey(t => new { t.ReleaseKey, t.Code, t.TaskId });
        model.Entity<TaskRating>().ToTable("occupation_task_ratings").HasKey(r => new { r.ReleaseKey, r.Code, r.TaskId, r.Scale, r.Category });
        model.Entity<OccupationTechnology>().ToTable("occupation_technologies").HasKey(t => new { t.ReleaseKey, t.Code, t.Ordinal });
        model.Entity<RelatedOccupation>().ToTable("occupation_related").HasKey(r => new { r.ReleaseKey, r.Code, r.RelatedCode });
        model.Entity<OccupationRating>().ToTable("occupation_ratings").HasKey(r => new { r.ReleaseKey, r.Code, r.ElementId, r.Scale, r.Category });
        model.Entity<ContentElement>().ToTable("occupation_elements").HasKey(e => new { e.ReleaseKey, e.Id });
        model.Entity<RatingScale>().ToTable("occupation_scales").HasKey(s => new { s.ReleaseKey, s.Id });
        model.Entity<ScalePoint>().ToTable("occupation_scale_points").HasKey(p => new { p.ReleaseKey, p.ElementId, p.Scale, p.Value, p.IsCategory });
        model.Entity<JobZone>().ToTable("occupation_job_zones").HasKey(z => new { z.ReleaseKey, z.Zone });
        model.Entity<DetailedActivity>().ToTable("occupation_activities").HasKey(a => new { a.ReleaseKey, a.Id });
        model.Entity<TaskActivity>().ToTable("occupation_task_activities").HasKey(a => new { a.ReleaseKey, a.Code, a.TaskId, a.ActivityId });
        model.Entity<OnetTable>().ToTable("occupation_source_tables").HasKey(t => new { t.ReleaseKey, t.Name });
        model.Entity<OnetRow>().ToTable("occupation_source_rows").HasKey(r => new { r.ReleaseKey, r.Table, r.Ordinal });
        model.Entity<SocOccupation>().ToTable("occupation_soc").HasKey(s => new { s.ReleaseKey, s.Soc });
        model.Entity<SocChange>().ToTable("occupation_soc_changes").HasKey(c => new { c.ReleaseKey, c.FromSoc, c.ToSoc });
        model.Entity<OnetSocLink>().ToTable("occupation_matrix_links").HasKey(l => new { l.ReleaseKey, l.Code, l.MatrixCode });
    }
}
