using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Guidance.Groups;

/// <summary>The tables of groups.</summary>
public static class GroupMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<GroupPoint>().ToTable("worksheet_points").HasKey(p => new { p.WorksheetId, p.Sequence });
        model.Entity<GroupPoint>().Ignore(p => p.People).Ignore(p => p.Mean);
    }
}
