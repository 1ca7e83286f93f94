using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>The tables of customers.</summary>
public static class CaseloadMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<CustomerState>().HaveConversion<string>();
        conventions.Properties<CloseReason>().HaveConversion<string>();
        conventions.Properties<ConsentPurpose>().HaveConversion<string>();
        conventions.Properties<ConsentWay>().HaveConversion<string>();
        conventions.Properties<AssignmentAnswer>().HaveConversion<string>();
        conventions.Properties<NoteKind>().HaveConversion<string>();
        conventions.Properties<DocumentKind>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Customer>().ToTable("customers").HasKey(c => c.Id);
        model.Entity<Customer>().Ignore(c => c.Subject);
        model.Entity<CustomerConsent>().ToTable("customer_consents").HasKey(c => c.Id);
        model.Entity<CustomerAssignment>().ToTable("customer_assignments").HasKey(a => a.Id);
        model.Entity<CustomerNote>().ToTable("customer_notes").HasKey(n => n.Id);
        model.Entity<CustomerTask>().ToTable("customer_tasks").HasKey(t => t.Id);
        model.Entity<CustomerDocument>().ToTable("customer_documents").HasKey(d => new { d.CustomerId, d.Kind, d.Revision });
        model.Entity<CustomerRead>().ToTable("customer_reads").HasKey(r => new { r.CustomerId, r.ReaderId, r.Day });
    }
}
