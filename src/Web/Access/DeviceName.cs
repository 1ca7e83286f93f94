namespace Trellis.Web.Access;

/// <summary>What a browser calls itself, cut down to what tells a person's own devices apart.</summary>
internal static class DeviceName
{
    // The order matters: Edge and Opera also say Chrome, and Chrome also says Safari; Android says Linux, and an iPhone says Mac.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string Of(string agent)
    {
        var (browser, system) = (Find(Browsers, agent), Find(Systems, agent));
        return string.Join(", ", new[] { browser, system }.OfType<string>());
    }

    private static string? Find((string Mark, string Name)[] names, string agent) =>
        Array.Find(names, n => agent.Contains(n.Mark, StringComparison.Ordinal)).Name;
}
