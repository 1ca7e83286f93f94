using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Training;

/// <summary>Reads results of programs that come in a file of their own, by provider and field of study.</summary>
public static class ProgramOutcomeReader
{
    public static ReleaseReader Reader { get; } = new(
        ReleaseKinds.ProgramOutcomes, "Results of training programs", "A file of results by provider and field of study that a mapping describes, such as outcomes_schcip.csv.", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        var source = ListSource.Find(load, "outcomes");
        source.Describe(load);
        var list = new ProgramList(load);
        await load.Rows.InsertAsync(source.Read(load, "outcomes").SelectMany(list.Results), load.Stop);
    }
}
