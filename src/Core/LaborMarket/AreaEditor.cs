using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Text;

namespace Trellis.Core.LaborMarket;

/// <summary>Saves and deletes regions, and makes known the areas that ship or that a release has figures for.</summary>
public sealed class AreaEditor(Db db)
{
    public const int MostCounties = 500;
    public const int LongestName = 100;

    /// <summary>Saves a set of counties under a name; a region of the same name in addresses is replaced. Gives its code.</summary>
    public async Task<AreaCode> SaveRegionAsync(string name, IReadOnlyCollection<string> counties, Change change, CancellationToken stop = default)
    {
        name = name.Trim();
        var wanted = counties.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        await CheckAsync(name, wanted, stop);
        var code = AreaCode.Region(Slug.Of(name));
        var key = code.ToString();
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "areas", stop);
        var former = await db.Areas.FirstOrDefaultAsync(a => a.Code == key, stop);
        var formerCounties = await db.AreaMembers.Where(m => m.AreaCode == key).Select(m => m.CountyCode).Order().ToListAsync(stop);
        await db.Areas.Where(a => a.Code == key).ExecuteDeleteAsync(stop);
        db.Add(new Area { Code = key, Kind = AreaKind.Region, Name = name, State = OneState(wanted), SavedBy = change.Who, SavedAt = change.When });
        await db.SaveChangesAsync(stop);
        db.AddRange(wanted.Select(c => new AreaMember { AreaCode = key, CountyCode = c }));
        db.Add(AuditEntry.Of(change, "area save", key, Summary(former?.Name, formerCounties), Summary(name, wanted)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return code;
    }

    /// <summary>Deletes a region; false where there is none.</summary>
    public async Task<bool> DropRegionAsync(AreaCode code, Change change, CancellationToken stop = default)
    {
        var key = code.ToString();
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "areas", stop);
        if (await db.Areas.FirstOrDefaultAsync(a => a.Code == key && a.Kind == AreaKind.Region, stop) is not { } region)
            return false;
        var counties = await db.AreaMembers.Where(m => m.AreaCode == key).Select(m => m.CountyCode).Order().ToListAsync(stop);
        await db.Areas.Where(a => a.Code == key).ExecuteDeleteAsync(stop);
        db.Add(AuditEntry.Of(change, "area drop", key, Summary(region.Name, counties), null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Makes known the areas that ship; those that are known already keep their row.</summary>
    public async Task ShipAsync(IReadOnlyCollection<Area> areas, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "areas", stop);
        var known = await db.Areas.Select(a => a.Code).ToHashSetAsync(stop);
        db.AddRange(areas.Where(a => !known.Contains(a.Code)));
        db.Add(AuditEntry.Of(change, "area ship", "areas", null, JsonSerializer.Serialize(new { areas.Count }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>Makes known the areas of a release that is being loaded; metropolitan areas take the name that it gives them.</summary>
    public static async Task NoteAsync(ReleaseRows rows, IEnumerable<Area> areas, CancellationToken stop)
    {
        foreach (var area in areas)
        {
            await rows.ExecuteAsync($"""
                insert into areas (code, kind, name, state) values ({area.Code}, {area.Kind.ToString()}, {area.Name}, {area.State})
                on conflict (code) do update set name = excluded.name, state = coalesce(excluded.state, areas.state) where areas.kind in ('Metro', 'Nonmetro')
                """, stop);
        }
    }

    /// <summary>Makes known the counties of a region that comes with a release.</summary>
    public static async Task NoteMembersAsync(ReleaseRows rows, string region, IEnumerable<string> counties, CancellationToken stop)
    {
        foreach (var county in counties)
            await rows.ExecuteAsync($"insert into area_members (area_code, county_code) values ({region}, {county}) on conflict (area_code, county_code) do nothing", stop);
    }

    private async Task CheckAsync(string name, List<string> counties, CancellationToken stop)
    {
        var problems = new List<Problem>();
        if (name.Length is 0 or > LongestName || !name.Any(char.IsAsciiLetterOrDigit))
            problems.Add(Problem.Rejected("region-name", "name", "Give the region a name of 1 to {0} characters, with a letter or a digit in it.", $"{LongestName}"));
        if (counties.Count is 0 or > MostCounties)
            problems.Add(Problem.Rejected("region-counties", "counties", "Choose 1 to {0} counties.", $"{MostCounties}"));
        var known = await db.Areas.Where(a => counties.Contains(a.Code) && a.Kind == AreaKind.County).Select(a => a.Code).ToListAsync(stop);
        if (counties.Except(known).FirstOrDefault() is { } unknown)
            problems.Add(Problem.Rejected("unknown-county", "counties", "There is no county with the code {0}.", unknown));
        if (problems.Count > 0)
            throw new UnusableInputException(problems);
    }

    /// <summary>The state of all the counties; null where they lie in several.</summary>
    private static string? OneState(List<string> counties) =>
        counties.Select(c => "state-" + c["county-".Length..][..2]).Distinct().ToList() is [var only] ? only : null;

    private static string? Summary(string? name, List<string> counties) =>
        name is null ? null : JsonSerializer.Serialize(new { name, counties }, TextJson.Options);
}
