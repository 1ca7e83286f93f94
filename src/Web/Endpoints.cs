using Trellis.Web.Access;
using Trellis.Web.Api;
using Trellis.Web.Api.Onet;
using Trellis.Web.Mcp;
using Trellis.Web.Pages.Account;
using Trellis.Web.Pages.Areas;
using Trellis.Web.Pages.Audit;
using Trellis.Web.Pages.Build;
using Trellis.Web.Pages.Caseload;
using Trellis.Web.Pages.Compare;
using Trellis.Web.Pages.Data;
using Trellis.Web.Pages.Demand;
using Trellis.Web.Pages.Fit;
using Trellis.Web.Pages.Interests;
using Trellis.Web.Pages.Occupations;
using Trellis.Web.Pages.Organizations;
using Trellis.Web.Pages.People;
using Trellis.Web.Pages.Plan;
using Trellis.Web.Pages.Profiles;
using Trellis.Web.Pages.RequirementProfiles;
using Trellis.Web.Pages.Reviews;
using Trellis.Web.Pages.Skills;
using Trellis.Web.Pages.Training;
using Trellis.Web.Pages.Worksheets;
using Trellis.Web.Pages.Worksheets.Employers;
using Trellis.Web.Pages.Worksheets.Groups;

namespace Trellis.Web;

/// <summary>What is answered beside the pages.</summary>
public static class Endpoints
{
    /// <summary>What pages send: each leads back to a page.</summary>
    public static void MapForms(this WebApplication app)
    {
        app.MapSignIn();
        app.MapForgotten();
        app.MapAccount();
        app.MapFollowing();
        app.MapPeople();
        app.MapOrganizations();
        app.MapImports();
        app.MapModelUpdates();
        app.MapPulls();
        app.MapDataForms();
        app.MapRegionForms();
        app.MapDemandForms();
        app.MapBuildForms();
        app.MapEditForms();
        app.MapReviewForms();
        app.MapWorksheetForms();
        app.MapProfileForms();
        app.MapSkillsForms();
        app.MapInterestsForms();
        app.MapFitForms();
        app.MapPlanForms();
        app.MapTourForms();
        app.MapCaseload();
        app.MapCustomer();
        app.MapOwnGuidance();
        app.MapRequirementForms();
        app.MapEmployerForms();
        app.MapGroupForms();
    }

    /// <summary>What pages show, as files.</summary>
    public static void MapFiles(this WebApplication app)
    {
        app.MapAuditFiles();
        app.MapModelDownloads();
        app.MapWorksheetDownloads();
        app.MapEmployerPackDownloads();
        app.MapCompareDownloads();
        app.MapTrainingDownloads();
        app.MapAreaDownloads();
        app.MapOccupationDownloads();
        app.MapDemandDownloads();
        app.MapPlanDownloads();
        app.MapRequirementDownloads();
        app.MapGroupDownloads();
        app.MapEmployerDownloads();
        app.MapPersonFile();
        app.MapWorksheetFiles();
    }

    /// <summary>What programs ask for.</summary>
    public static void MapApis(this WebApplication app)
    {
        app.MapCase();
        app.MapCtdl();
        app.MapTrainingApi();
        app.MapOccupationFinder();
        app.MapOccupationsApi();
        app.MapMarketApi();
        app.MapDemandApi();
        app.MapFrameworksApi();
        app.MapRequirementsApi();
        app.MapFeeds();
        app.MapDumps();
        app.MapMcp();
        app.MapApiDocument();
        app.MapOnetApi();
    }
}
