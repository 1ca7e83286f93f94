using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Access;

/// <summary>The tables of this area.</summary>
public static class AccessMapping
{
    public static void Map(ModelBuilder model) => model.Entity<AuditEntry>().ToTable("audit_entries").HasKey(a => a.Id);
}
