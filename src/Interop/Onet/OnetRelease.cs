using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Onet;

/// <summary>Reads a release of the O*NET database, in the files used up to 30.2 and in those used since 30.3. Only Occupation Data must be there.</summary>
public static class OnetRelease
{
    public static ReleaseReader Reader { get; } = new(
        ReleaseKinds.Onet,
        "O*NET database",
        "the text or CSV files of an O*NET release, such as db_30_2_text.zip, in a folder or a ZIP archive",
        ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        var onet = new OnetLoad(load);
        try
        {
            ReferenceRows.ReadOccupations(onet);
            OnetEdition.Complete(load.Release, load, onet);
            ReferenceRows.ReadElements(onet);
            ReferenceRows.ReadScales(onet);
            ReferenceRows.ReadJobZones(onet);
            await RatingRows.WriteAsync(onet);
            await TitleRows.WriteAsync(onet);
            await new TaskRows(onet).WriteAsync();
            await TechnologyRows.WriteAsync(onet);
            await RelatedRows.WriteAsync(onet);
            await PointRows.WriteAsync(onet);
            await ReferenceRows.WriteJobZonesAsync(onet);
            await ReferenceRows.WriteOccupationsAsync(onet);
            await SourceRows.WriteAsync(onet);
            await ReferenceRows.WriteElementsAsync(onet);
        }
        finally
        {
            onet.Close();
        }
        await CompareAsync(load, onet);
    }

    /// <summary>What became of the codes of the release that readers see now. Starter data is no release to compare with.</summary>
    private static async Task CompareAsync(ReleaseLoad load, OnetLoad onet)
    {
        if (await ReleaseCatalog.CurrentAsync(load.Db, ReleaseKinds.Onet, stop: load.Stop) is not { IsStarter: false } former)
            return;
        var before = await load.Db.Occupations.Where(o => o.ReleaseKey == former.Key).ToDictionaryAsync(o => o.Code, o => o.Title, StringComparer.Ordinal, load.Stop);
        var changes = CodeChange.Between(before, onet.Occupations.ToDictionary(o => o.Key, o => o.Value.Title, StringComparer.Ordinal));
        load.Release.Changes = changes;
        if (former.Taxonomy != load.Release.Taxonomy)
            load.Report.Add(Problem.Noted("other-taxonomy", load.Source.Name, "The former release uses {0}, this one {1}; a code may mean something else in the other.", former.Taxonomy ?? "", load.Release.Taxonomy!));
        load.Report.Add(Problem.Noted("codes-compared", load.Source.Name, "Compared with {0}: {1} occupations are new, {2} are gone, {3} have another title.",
            former.Title, Count(CodeChangeKind.Added), Count(CodeChangeKind.Gone), Count(CodeChangeKind.Retitled)));
        foreach (var change in changes)
            load.Report.Add(Note(change));

        string Count(CodeChangeKind kind) => FormattableString.Invariant($"{changes.Count(c => c.Kind == kind)}");
    }

    private static Problem Note(CodeChange change) => change.Kind switch
    {
        CodeChangeKind.Added => Problem.Noted("code-added", change.Code, "{0} is new.", change.Title),
        CodeChangeKind.Gone => Problem.Noted("code-gone", change.Code, "{0} is gone.", change.Title),
        _ => Problem.Noted("code-retitled", change.Code, "{0} is now {1}.", change.FormerTitle!, change.Title),
    };
}
