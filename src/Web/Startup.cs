using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Search;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Interop.Models;
using Trellis.Interop.Reference;
using Trellis.Interop.Starter;
using Trellis.Web.Access;
using Trellis.Web.Api;
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
        services.AddSingleton<IReadOnlyList<NaicsSector>>(NaicsSectors.Read(ShippedModels.DataFolder));
        services.AddSingleton<IReadOnlyList<InDemandRule>>(_ => InDemandRules.Read(ShippedModels.DataFolder));
        services.AddSingleton(_ => new Pages.Areas.Atlas(ShippedModels.DataFolder));
        services.AddSingleton(_ => ZipMap.Read(ShippedModels.DataFolder));
        services.AddScoped(provider => provider.GetRequiredService<DbSource>().Open());
        services.AddSingleton<SearchIndex>();
        services.AddHostedService<SearchStart>();
        services.AddSingleton<OccupationIndex>();
        services.AddSingleton<CoderSource>();
        services.AddSingleton<Core.Guidance.SkillTables>();
        services.AddSingleton<Core.Guidance.ResumeLexicon>();
        services.AddSingleton<Pages.Profiles.GuestProfile>();
        services.AddSingleton<Core.Guidance.Routes.SkillShortfalls>();
        services.AddSingleton<Pages.Plan.GuestPlan>();
        services.AddSingleton(_ => Interop.Guidance.GuidanceQuestions.Read(ShippedModels.DataFolder));
        services.AddHostedService<Pages.Occupations.OccupationStart>();
        services.AddSingleton<Pages.Compare.RecentComparisons>();
        services.AddDataJobs(location, builder.Configuration);
        services.AddRazorComponents();
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddTrellisAccess();
        services.AddPublicReads();
        services.AddCase();
        services.AddApiDocument();
        services.AddDataProtection().SetApplicationName("Trellis");
        services.AddOptions<KeyManagementOptions>().Configure<DbSource>((keys, source) => keys.XmlRepository = new ProtectionKeys(source));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("en").AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
    }

    public static async Task PrepareDataAsync(this WebApplication app)
    {
        await using var db = app.Services.GetRequiredService<DbSource>().Open();
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await Migrator.MigrateAsync(db, clock);
        await ShippedModels.LoadAsync(db, ShippedModels.DataFolder, clock);
        await ShippedScales.LoadAsync(db, ShippedModels.DataFolder, clock);
        await ShippedAreas.LoadAsync(db, clock);
        await StarterSet.LoadAsync(db, ShippedModels.DataFolder, clock);
    }

    /// <summary>The language of the page that is being made.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
