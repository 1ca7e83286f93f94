using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop;
using Trellis.Interop.Training;
using Trellis.Tests.Support;

namespace Trellis.Tests.Training;

/// <summary>Sample programs in the database of the running program, and the addresses of pages about them.</summary>
public static class TrainingPages
{
    private const string Word = " browser";

    /// <summary>Loads the sample where it is not there yet, and fills the holes of an address.</summary>
    public static async Task<string> AddressAsync(Db db, string path)
    {
        await LoadAsync(db, ProgramReader.Reader, "programs.csv", SampleList.Text("ZY", Word));
        await LoadAsync(db, CipSocReader.Reader, "crosswalk.csv", TrainingData.Crosswalk);
        await LoadAsync(db, CipReader.Reader, "cip.csv", TrainingData.Fields);
        var programs = await db.TrainingPrograms.Where(p => p.Name.EndsWith(Word)).OrderByDescending(p => p.Name).ToListAsync();
        return path switch
        {
            "{program}" => "/training/" + programs[0].Id,
            "{provider}" => "/training/providers/" + programs[0].ProviderId,
            "{compared}" => "/training/compare?" + string.Join('&', programs.Select(p => p.Id).Distinct().Select(id => "p=" + id)),
            _ => path,
        };
    }

    /// <summary>The id of the sample program whose name begins so.</summary>
    public static async Task<string> IdAsync(Db db, string name) =>
        (await db.TrainingPrograms.Where(p => p.Name.StartsWith(name) && p.Name.EndsWith(Word)).Select(p => p.Id).FirstAsync());

    private static async Task LoadAsync(Db db, ReleaseReader reader, string name, string text)
    {
        using var source = ReleaseSource.Of(name, Core.Text.Utf8.Strict.GetBytes(text));
        await ReleaseImport.LoadAsync(db, reader, source, new(), TestModel.Change);
    }
}
