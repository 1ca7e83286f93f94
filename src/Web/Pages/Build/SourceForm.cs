using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Occupations.Profile;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Web.Pages.Build;

/// <summary>Reads the sources that a form names: published models, occupations, a pasted text, a file.</summary>
public static class SourceForm
{
    public static async Task<List<PickSource>> ReadAsync(Db db, IFormCollection form, string language, DateTimeOffset at, CancellationToken stop)
    {
        var sources = new List<PickSource>();
        foreach (var name in form["model"].OfType<string>().Where(m => m.Length > 0))
            sources.Add(await ModelAsync(db, name, stop));
        foreach (var code in form["occupation"].ToString().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var profile = await OccupationProfile.ReadAsync(db, code, stop)
                ?? throw new UnusableInputException(Problem.Rejected("unknown-occupation", "occupation", "There is no occupation with the code {0}. Codes look like 31-1131.00.", code));
            sources.Add(OccupationSource.Of(profile, at));
        }
        if (form["text"].ToString() is { Length: > 0 } text && PastedOutline.Read(text, language, at) is { Count: > 0 } statements)
            sources.Add(new(form["text-title"].ToString().Trim() is { Length: > 0 } title ? title : statements[0].Text.ToString(), language, statements, [], false));
        if (form.Files["file"] is { Length: > 0 } file)
            sources.Add(await FileAsync(file, stop));
        return sources;
    }

    private static async Task<PickSource> ModelAsync(Db db, string name, CancellationToken stop)
    {
        var parts = name.Split('@', 2);
        var model = await ModelCatalog.FindAsync(db, parts[0], parts.ElementAtOrDefault(1), stop)
            ?? throw new UnusableInputException(Problem.Rejected("unknown-model", "m", "There is no published model or version with the name {0}.", name));
        var key = model.Version.Key;
        var links = await db.Alignments.Where(a => a.VersionKey == key && a.Destination.Scheme != null).OrderBy(a => a.Ordinal).ToListAsync(stop);
        return PickSource.Of(new(model.Framework, model.Version, await ModelCatalog.StatementsAsync(db, model.Version, stop), links));
    }

    private static async Task<PickSource> FileAsync(IFormFile file, CancellationToken stop)
    {
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, stop);
        var (read, report) = FrameworkImport.Read(new(Uploads.SafeName(file.FileName), content), ImportMode.Tolerant);
        return read is null ? throw new UnusableInputException([.. report.Problems]) : PickSource.Of(read);
    }
}
