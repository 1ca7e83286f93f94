using Trellis.Web;
using Trellis.Web.Access;
using Trellis.Web.Api;

using Trellis.Web.Api.Onet;
using Trellis.Web.Pages.Areas;
using Trellis.Web.Pages.Compare;
using Trellis.Web.Pages.Data;
using Trellis.Web.Pages.Demand;
using Trellis.Web.Pages.Fit;
using Trellis.Web.Pages.Interests;
using Trellis.Web.Pages.Occupations;
using Trellis.Web.Pages.Plan;
using Trellis.Web.Pages.Profiles;
using Trellis.Web.Pages.Shared;

// Its own folder, not the folder it was started from, holds its settings and static files.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddTrellis();

var app = builder.Build();
await app.PrepareDataAsync();

app.UseRouting();
app.UseExceptionHandler("/error");
app.UseStatusPages();
app.UseSecurityHeaders();
app.UseWhen(CaseApi.IsElsewhere, pages => pages.UseRequestLocalization());
app.UseCors();
app.UseRateLimiter();
app.UseAuthentication();
app.UseKeys();
app.UseAuthorization();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapHealth();
app.MapLanguageSwitch();
app.MapForms();
app.MapFiles();
app.MapApis();

app.MapImports();
app.MapPulls();
app.MapModelDownloads();
app.MapCompareDownloads();
app.MapDataForms();
app.MapTrainingDownloads();
app.MapRegionForms();
app.MapAreaDownloads();
app.MapOccupationDownloads();
app.MapDemandDownloads();
app.MapDemandForms();
app.MapProfileForms();
app.MapSkillsForms();
app.MapInterestsForms();
app.MapFitForms();
app.MapPlanForms();
app.MapPlanDownloads();
app.MapCase();
app.MapTrainingApi();
app.MapOccupationFinder();
app.MapOccupationsApi();
app.MapMarketApi();
app.MapDemandApi();
app.MapApiDocument();
app.MapOnetApi();
app.MapRazorComponents<App>();

await app.RunAsync();

/// <summary>The web program; public so that tests can host it.</summary>
public partial class Program;
