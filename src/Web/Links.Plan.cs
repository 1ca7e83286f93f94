namespace Trellis.Web;

/// <content>Addresses of routes, of ways to close gaps and of plans. None of them holds anything of a person's profile or plan.</content>
public static partial class Links
{
    public const string Routes = "/routes";
    public const string Close = "/close";

    public static string RoutesTo(string code) => $"{Routes}?to={code}";

    public static string CloseFor(string code) => $"{Close}?occupation={code}";
}
