using Trellis.Core.Codes;
using Trellis.Web;
using Trellis.Web.Access;
using Trellis.Web.Api;
using Trellis.Web.Keeping;
using Trellis.Web.Pages.Shared;

const int Failed = 3;

// Its own folder, not the folder it was started from, holds its settings and static files.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
WebApplication app;
try
{
    builder.AddTrellis();
    app = builder.Build();
    await app.PrepareDataAsync();
}
catch (UnusableInputException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return Failed;
}

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
KeptAt.UseKeeping(app);
app.UseAntiforgery();

app.MapStaticAssets();
app.MapHealth();
app.MapLanguageSwitch();
app.MapForms();
app.MapFiles();
app.MapApis();
app.MapRazorComponents<App>();

await app.RunAsync();
return 0;

/// <summary>The web program; public so that tests can host it.</summary>
public partial class Program;
