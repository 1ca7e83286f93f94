using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Following;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Groups;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Occupations;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Core.Storage;

/// <summary>The contents page of the database. Reads come from anywhere; writes go through the editors of the areas.</summary>
public sealed class Db(Engine engine, DbContextOptions<Db> options) : DbContext(options)
{
    public Engine Engine { get; } = engine;

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonRole> PersonRoles => Set<PersonRole>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<OutsideAccount> OutsideAccounts => Set<OutsideAccount>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<DataRelease> DataReleases => Set<DataRelease>();

    public DbSet<DataJob> DataJobs => Set<DataJob>();

    public DbSet<Occupation> Occupations => Set<Occupation>();

    public DbSet<OccupationTitle> OccupationTitles => Set<OccupationTitle>();

    public DbSet<OccupationTask> OccupationTasks => Set<OccupationTask>();

    public DbSet<TaskRating> TaskRatings => Set<TaskRating>();

    public DbSet<OccupationTechnology> OccupationTechnologies => Set<OccupationTechnology>();

    public DbSet<RelatedOccupation> RelatedOccupations => Set<RelatedOccupation>();

    public DbSet<OccupationRating> OccupationRatings => Set<OccupationRating>();

    public DbSet<ContentElement> ContentElements => Set<ContentElement>();

    public DbSet<RatingScale> RatingScales => Set<RatingScale>();

    public DbSet<ScalePoint> ScalePoints => Set<ScalePoint>();

    public DbSet<JobZone> JobZones => Set<JobZone>();

    public DbSet<DetailedActivity> DetailedActivities => Set<DetailedActivity>();

    public DbSet<TaskActivity> TaskActivities => Set<TaskActivity>();

    public DbSet<OnetTable> OnetTables => Set<OnetTable>();

    public DbSet<OnetRow> OnetRows => Set<OnetRow>();

    public DbSet<SocOccupation> SocOccupations => Set<SocOccupation>();

    public DbSet<SocChange> SocChanges => Set<SocChange>();

    public DbSet<OnetSocLink> OnetSocLinks => Set<OnetSocLink>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<AreaMember> AreaMembers => Set<AreaMember>();

    public DbSet<AreaCounty> AreaCounties => Set<AreaCounty>();

    public DbSet<Wage> Wages => Set<Wage>();

    public DbSet<Projection> Projections => Set<Projection>();

    public DbSet<EntryEducation> EntryEducation => Set<EntryEducation>();

    public DbSet<EducationShare> EducationShares => Set<EducationShare>();

    public DbSet<Industry> Industries => Set<Industry>();

    public DbSet<IndustryJobs> IndustryJobs => Set<IndustryJobs>();

    public DbSet<InDemandOverride> InDemandOverrides => Set<InDemandOverride>();

    public DbSet<Framework> Frameworks => Set<Framework>();

    public DbSet<FrameworkVersion> FrameworkVersions => Set<FrameworkVersion>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<Alignment> Alignments => Set<Alignment>();

    public DbSet<Scale> Scales => Set<Scale>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DraftStatement> DraftStatements => Set<DraftStatement>();

    public DbSet<DraftLink> DraftLinks => Set<DraftLink>();

    public DbSet<DraftEdit> DraftEdits => Set<DraftEdit>();

    public DbSet<DraftSpacing> DraftSpacings => Set<DraftSpacing>();

    public DbSet<DraftRefusal> DraftRefusals => Set<DraftRefusal>();

    public DbSet<DraftPresence> DraftPresences => Set<DraftPresence>();

    public DbSet<DraftPick> DraftPicks => Set<DraftPick>();

    public DbSet<FrameworkRetirement> FrameworkRetirements => Set<FrameworkRetirement>();

    public DbSet<ModelFollow> ModelFollows => Set<ModelFollow>();

    public DbSet<ReviewRound> ReviewRounds => Set<ReviewRound>();

    public DbSet<ReviewInvitation> ReviewInvitations => Set<ReviewInvitation>();

    public DbSet<ReviewRating> ReviewRatings => Set<ReviewRating>();

    public DbSet<ReviewProposal> ReviewProposals => Set<ReviewProposal>();

    public DbSet<ReviewDecision> ReviewDecisions => Set<ReviewDecision>();

    public DbSet<RequirementProfile> RequirementProfiles => Set<RequirementProfile>();

    public DbSet<RequirementItem> RequirementItems => Set<RequirementItem>();

    public DbSet<WorksheetTarget> WorksheetTargets => Set<WorksheetTarget>();

    public DbSet<GroupPoint> GroupPoints => Set<GroupPoint>();

    public DbSet<KeptWorksheet> Worksheets => Set<KeptWorksheet>();

    public DbSet<KeptColumn> WorksheetColumns => Set<KeptColumn>();

    public DbSet<KeptCell> WorksheetCells => Set<KeptCell>();

    public DbSet<FillLink> WorksheetLinks => Set<FillLink>();

    public DbSet<WorksheetEvent> WorksheetHistory => Set<WorksheetEvent>();

    public DbSet<Cip> Cips => Set<Cip>();

    public DbSet<CipSoc> CipSocs => Set<CipSoc>();

    public DbSet<Provider> Providers => Set<Provider>();

    public DbSet<TrainingProgram> TrainingPrograms => Set<TrainingProgram>();

    public DbSet<ProgramOccupation> ProgramOccupations => Set<ProgramOccupation>();

    public DbSet<ProgramOutcome> ProgramOutcomes => Set<ProgramOutcome>();

    public DbSet<InDemandListing> InDemandListings => Set<InDemandListing>();

    public DbSet<Credential> Credentials => Set<Credential>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<CustomerConsent> CustomerConsents => Set<CustomerConsent>();

    public DbSet<CustomerAssignment> CustomerAssignments => Set<CustomerAssignment>();

    public DbSet<CustomerNote> CustomerNotes => Set<CustomerNote>();

    public DbSet<CustomerTask> CustomerTasks => Set<CustomerTask>();

    public DbSet<CustomerDocument> CustomerDocuments => Set<CustomerDocument>();

    public DbSet<CustomerRead> CustomerReads => Set<CustomerRead>();

    public DbSet<ImportRecord> ImportRecords => Set<ImportRecord>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<ShippedFile> ShippedFiles => Set<ShippedFile>();

    public DbSet<DailyWork> DailyWork => Set<DailyWork>();

    /// <summary>Begins a transaction that writes, when it is this process's turn to.</summary>
    public Task<WriteTransaction> BeginWriteAsync(CancellationToken stop) => WriteTransaction.BeginAsync(this, stop);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Engine.Conventions(configurationBuilder);
        AccessMapping.Conventions(configurationBuilder);
        ReleaseMapping.Conventions(configurationBuilder);
        OccupationMapping.Conventions(configurationBuilder);
        LaborMarketMapping.Conventions(configurationBuilder);
        CompetencyMapping.Conventions(configurationBuilder);
        DraftMapping.Conventions(configurationBuilder);
        ReviewMapping.Conventions(configurationBuilder);
        RequirementMapping.Conventions(configurationBuilder);
        FillingMapping.Conventions(configurationBuilder);
        TrainingMapping.Conventions(configurationBuilder);
        CaseloadMapping.Conventions(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AccessMapping.Map(modelBuilder);
        ReleaseMapping.Map(modelBuilder);
        OccupationMapping.Map(modelBuilder);
        LaborMarketMapping.Map(modelBuilder);
        CompetencyMapping.Map(modelBuilder);
        DraftMapping.Map(modelBuilder);
        ReviewMapping.Map(modelBuilder);
        RequirementMapping.Map(modelBuilder);
        GroupMapping.Map(modelBuilder);
        FillingMapping.Map(modelBuilder);
        FollowMapping.Map(modelBuilder);
        TrainingMapping.Map(modelBuilder);
        CaseloadMapping.Map(modelBuilder);
        modelBuilder.Entity<Upload>().ToTable("uploads").HasKey(u => u.Id);
        modelBuilder.Entity<ProtectionKey>().ToTable("protection_keys").HasKey(k => k.Id);
        modelBuilder.Entity<ShippedFile>().ToTable("shipped_files").HasKey(f => f.Name);
        modelBuilder.Entity<DailyWork>().ToTable("daily_work").HasKey(w => w.Name);
        SnakeCase.Apply(modelBuilder);
    }
}
