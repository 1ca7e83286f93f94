using Trellis.Web;
using Trellis.Web.Access;
using Trellis.Web.Api;
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
app.MapRazorComponents<App>();

await app.RunAsync();

/// <summary>The web program; public so that tests can host it.</summary>
public partial class Program;
