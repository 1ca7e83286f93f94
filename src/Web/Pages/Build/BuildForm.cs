using Microsoft.AspNetCore.Http.Features;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Build;

/// <summary>What the forms of building and reviewing have in common: their token, their author, and where their problems are said.</summary>
public static class BuildForm
{
    /// <summary>A shopping list has a box for each statement.</summary>
    private const int MostFields = 16_000;

    public const int MostMegabytes = 16;

    public static readonly Problem Stale = Problem.Rejected("stale", "", "The page had been open for too long. Please try again.");

    /// <summary>The form with its token; null where it was not sent from a page of ours or too long ago.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return null;
        try
        {
            // Whoever reads it afterwards gets what is read here.
            await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, MultipartBodyLengthLimit = MostMegabytes * 1024L * 1024 }, http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return await SentForm.ReadAsync(http);
    }

    /// <summary>Does what the form asks, and leads to the address given, or back with what was wrong.</summary>
    public static async Task<IResult> RunAsync(HttpContext http, string back, Func<IFormCollection, Task<string>> run)
    {
        var said = http.RequestServices.GetRequiredService<SaidProblems>();
        try
        {
            return await ReadAsync(http) is { } form ? Results.Redirect(await run(form)) : Results.Redirect(Links.With(back, "fault", said.Write([Stale])));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(back, "fault", said.Write(e.Problems)));
        }
    }

    public static async Task<Draft> DraftAsync(Db db, string slug, CancellationToken stop) =>
        (await Drafts.FindAsync(db, slug, stop))?.Draft
        ?? throw new UnusableInputException(Problem.Rejected("no-open-draft", "draft", "No draft of this model is open any more."));
}
