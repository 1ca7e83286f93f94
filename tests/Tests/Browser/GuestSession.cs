using Microsoft.Playwright;

namespace Trellis.Tests.Browser;

/// <summary>A visitor without an account, alone in a browser, at the beginning of guidance.</summary>
public static class GuestSession
{
    /// <summary>Tells on the profile page of a job that goes on, and takes the occupation that is offered first.</summary>
    public static async Task TellAJobAsync(IPage page, Uri address)
    {
        await page.GotoAsync(new Uri(address, "/profile").ToString());
        await page.FillAsync("#job-title", "Nursing Assistant");
        await page.FillAsync("#job-years", "3");
        // The label is what a person hits: the box itself is drawn by it.
        await page.ClickAsync("label[for=job-current]");
        await page.ClickAsync("form[action='/profile/jobs'] button");
        await page.ClickAsync("label[for=job-0-0]");
        await page.ClickAsync("form[action='/profile/jobs/0/occupation'] button");
    }
}
