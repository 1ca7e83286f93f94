using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Core.LaborMarket;

/// <summary>The tables of this area.</summary>
public static class LaborMarketMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<AreaKind>().HaveConversion<string>();
        conventions.Properties<PayTerms>().HaveConversion<string>();
        conventions.Properties<OccupationLevel>().HaveConversion<string>();
        conventions.Properties<DemandLabel>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Area>().ToTable("areas").HasKey(a => a.Code);
        model.Entity<AreaMember>().ToTable("area_members").HasKey(m => new { m.AreaCode, m.CountyCode });
        model.Entity<AreaCounty>().ToTable("area_counties").HasKey(c => new { c.ReleaseKey, c.AreaCode, c.CountyCode, c.Part });
        model.Entity<Wage>().ToTable("area_wages").HasKey(w => new { w.ReleaseKey, w.AreaCode, w.Soc, w.Level, w.Naics, w.IndustryLevel, w.Ownership });
        model.Entity<Projection>().ToTable("area_projections").Ignore(p => p.Years).HasKey(p => new { p.ReleaseKey, p.AreaCode, p.Code, p.IsSummary });
        model.Entity<EntryEducation>().ToTable("area_entry_education").HasKey(e => new { e.ReleaseKey, e.Code });
        model.Entity<EducationShare>().ToTable("area_education_shares").Ignore(s => s.Share).HasKey(s => new { s.ReleaseKey, s.Code, s.Ordinal });
        model.Entity<Industry>().ToTable("area_industries").HasKey(i => new { i.ReleaseKey, i.Code });
        model.Entity<IndustryJobs>().ToTable("area_industry_jobs").HasKey(j => new { j.ReleaseKey, j.AreaCode, j.Naics, j.Ownership, j.Year });
        model.Entity<InDemandOverride>().ToTable("area_demand_overrides").HasKey(o => o.Id);
    }
}
