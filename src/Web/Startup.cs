using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Localization;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Search;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Interop.Downloads;
using Trellis.Interop.Models;
using Trellis.Interop.Reference;
using Trellis.Interop.RequirementProfiles;
using Trellis.Interop.Starter;
using Trellis.Web.Access;
using Trellis.Web.Api;
using Trellis.Web.Keeping;
using Trellis.Web.Mail;
using Trellis.Web.Mcp;
using Trellis.Web.Pages.Data;
using Trellis.Web.Pages.Search;

namespace Trellis.Web;

/// <summary>What the program is made of, and what it does before it answers.</summary>
public static class Startup
{
    /// <summary>The languages of every page; the first is the one in which the texts are written.</summary>
    public static readonly string[] Languages = ["en", "es"];

    public static void AddTrellis(this WebApplicationBuilder builder)
    {
        var location = DataLocation.FromEnvironment(builder.Configuration["data"]);
        var engine = Engine.For(location);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(location);
        services.AddSingleton(new DbSource(engine));
        services.AddShippedData(location);
        // Parts of one page read at the same time, and a context takes one question after the other: each has its own.
        services.AddTransient(provider => provider.GetRequiredService<DbSource>().Open());
        services.AddSingleton<SearchIndex>();
        services.AddHostedService<SearchStart>();
        services.AddSingleton<OccupationIndex>();
        services.AddSingleton<CoderSource>();
        services.AddSingleton<Core.Competencies.PublishedModels>();
        services.AddSingleton<Core.Competencies.RequirementProfiles.OpenRequirements>();
        services.AddSingleton<Core.Guidance.SkillTables>();
        services.AddSingleton<Core.Guidance.ModelRequirements>();
        services.AddSingleton<Core.Guidance.ResumeLexicon>();
        services.AddSingleton<Pages.Profiles.GuestProfile>();
        services.AddSingleton<Core.Guidance.Routes.SkillShortfalls>();
        services.AddSingleton<Pages.Plan.GuestPlan>();
        services.AddKeeping();
        services.AddHostedService<Pages.Caseload.CaseloadSweep>();
        services.AddHostedService<Pages.Occupations.OccupationStart>();
        services.AddSingleton<Pages.Compare.RecentComparisons>();
        services.AddSingleton<Printing.Chromium>();
        services.AddSingleton<Printing.PrintedModels>();
        services.AddSingleton<Api.KeptGraphs>();
        services.AddSingleton<Pages.Build.SaidProblems>();
        services.AddSingleton<Pages.Reviews.InviteLinks>();
        services.AddMail(location, builder.Configuration);
        services.AddDataJobs(location, builder.Configuration);
        services.AddRazorComponents();
        services.AddLocalization();
        services.AddHttpContextAccessor();
        builder.AddTrellisAccess();
        services.AddPublicReads();
        services.AddCase();
        services.AddApiDocument();
        services.AddMcp();
        services.AddSingleton<DownloadFolder>();
        services.AddSingleton<Pages.ApiReference.ApiOperations>();
        services.AddDataProtection().SetApplicationName("Trellis");
        services.AddOptions<KeyManagementOptions>().Configure<DbSource>((keys, source) => keys.XmlRepository = new ProtectionKeys(source));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("en").AddSupportedUICultures(Languages);
            options.SupportedCultures = [new("en"), Spanish];
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
    }

    /// <summary>Rules and lists that ship, read once.</summary>
    private static void AddShippedData(this IServiceCollection services, DataLocation location)
    {
        services.AddSingleton<IReadOnlyList<NaicsSector>>(NaicsSectors.Read(ShippedModels.DataFolder));
        services.AddSingleton(_ => CareerClusterList.Read(ShippedModels.DataFolder));
        // Somebody's own file may stand beside those that ship: a fault in it is told at the start, not to a reader.
        services.AddSingleton(FundingRuleFile.Read(ShippedModels.DataFolder, location.Folder));
        services.AddSingleton<IReadOnlyList<InDemandRule>>(_ => InDemandRules.Read(ShippedModels.DataFolder));
        services.AddSingleton(_ => new Pages.Areas.Atlas(ShippedModels.DataFolder));
        services.AddSingleton(_ => ZipMap.Read(ShippedModels.DataFolder));
        services.AddSingleton(_ => Interop.Guidance.GuidanceQuestions.Read(ShippedModels.DataFolder));
        services.AddSingleton(Interop.Guidance.CaseloadRules.Read(ShippedModels.DataFolder, location.Folder));
    }

    public static async Task PrepareDataAsync(this WebApplication app)
    {
        await using var db = app.Services.GetRequiredService<DbSource>().Open();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await Migrator.MigrateAsync(db, clock);
        await ShippedModels.LoadAsync(db, ShippedModels.DataFolder, clock);
        await ShippedScales.LoadAsync(db, ShippedModels.DataFolder, clock);
        await ShippedRequirements.LoadAsync(db, ShippedModels.DataFolder, clock);
        await ShippedAreas.LoadAsync(db, clock);
        await StarterSet.LoadAsync(db, ShippedModels.DataFolder, clock);
        if (app.Services.GetRequiredService<DemoMode>().IsOn)
            await app.PrepareDemoAsync(db, clock);
    }

    private static async Task PrepareDemoAsync(this WebApplication app, Db db, TimeProvider clock)
    {
        await DemoPeople.LoadAsync(db, clock);
        var (now, skills) = (clock.GetUtcNow(), await app.Services.GetRequiredService<Core.Guidance.SkillTables>().CurrentAsync(db));
        await new Core.Guidance.Caseload.DemoCustomers(db, app.Services.GetRequiredService<Core.Guidance.Caseload.PersonalSeal>(), skills)
            .LoadAsync(StarterCustomers.Read(ShippedModels.DataFolder, now), now);
    }

    /// <summary>Spanish as it is written in the United States: 17,448 and not 17.448, which a reader here would take for seventeen.</summary>
    private static readonly CultureInfo Spanish = new("es") { NumberFormat = CultureInfo.GetCultureInfo("es-US").NumberFormat };

    /// <summary>The language of the page that is being made.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
