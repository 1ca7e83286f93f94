using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Interop.Case;

/// <summary>How a framework here stands to the one that a server offers.</summary>
public enum PullState
{
    New,
    UpToDate,
    Differs,

    /// <summary>A framework with this identifier is here and did not come by CASE; it is not overwritten.</summary>
    Own,
}

/// <summary>What became of one framework that a server offers. No report where nothing had to be fetched.</summary>
public sealed record PullResult(CaseOffer Offer, PullState Before, ImportReport? Report, VersionChanges? Changes);

/// <summary>
/// Brings frameworks from another server. One that is here with the same date of last change is not fetched again, so a pull that
/// was stopped goes on where it was when it is started anew.
/// </summary>
public sealed class CasePull(Db db, CaseServer server, Change change)
{
    public async Task<PullResult> PullAsync(CaseOffer offer, CancellationToken stop)
    {
        var (state, current) = await StateAsync(db, offer, stop);
        if (state == PullState.UpToDate)
            return new(offer, state, null, null);
        var read = await ReadAsync(offer, state, stop);
        var report = await FrameworkImport.WriteAsync(db, read, change, stop);
        if (report.Outcome != ImportOutcome.NewVersion || current is null)
            return new(offer, state, report, null);
        var model = (await ModelCatalog.FindAsync(db, report.Framework!, null, stop))!;
        return new(offer, state, report, await VersionChanges.ReadAsync(db, current, model.Version, stop));
    }

    public static async Task<(PullState State, FrameworkVersion? Current)> StateAsync(Db db, CaseOffer offer, CancellationToken stop)
    {
        var known = await db.Frameworks.Where(f => f.Id == offer.Id)
            .Join(db.FrameworkVersions, f => f.CurrentVersionKey, v => v.Key, (_, v) => v).FirstOrDefaultAsync(stop);
        if (known is null)
            return (PullState.New, null);
        if (known.ChangedAt == offer.ChangedAt)
            return (PullState.UpToDate, known);
        return (known.SourceFormat.StartsWith("case", StringComparison.Ordinal) ? PullState.Differs : PullState.Own, known);
    }

    private async Task<ReadFramework> ReadAsync(CaseOffer offer, PullState state, CancellationToken stop)
    {
        var address = server.PackageAddress(offer.Id).ToString();
        if (state == PullState.Own)
        {
            return Refused(address, Problem.Rejected("own-framework", offer.Id.ToString(),
                "A framework with this identifier is here already and did not come by CASE. It is not overwritten; load the file by hand if it should be."));
        }
        try
        {
            var read = FrameworkImport.Read(await server.PackageAsync(offer.Id, stop), ImportMode.Tolerant);
            return read.Content is not { } content || content.Framework.Id == offer.Id ? read : Refused(address, Problem.Rejected(
                "other-framework", "/CFDocument/identifier", "The server was asked for {0} and sent {1}.",
                offer.Id.ToString(), content.Framework.Id.ToString("D", CultureInfo.InvariantCulture)));
        }
        catch (UnusableInputException e)
        {
            return Refused(address, [.. e.Problems]);
        }
    }

    private static ReadFramework Refused(string address, params ReadOnlySpan<Problem> problems)
    {
        var report = new ImportReport(address) { Outcome = ImportOutcome.Refused };
        foreach (var problem in problems)
            report.Add(problem);
        return new(null, report);
    }
}
