using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>The tables of kept worksheets.</summary>
public static class FillingMapping
{
    private static readonly JsonSerializerOptions Json = new(Text.TextJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<WorksheetKind>().HaveConversion<string>();
        conventions.Properties<WorksheetState>().HaveConversion<string>();
        conventions.Properties<WorksheetMeasure>().HaveConversion<string>();
        conventions.Properties<ColumnDetails>().HaveConversion<DetailsColumn>();
        conventions.Properties<WorksheetTally>().HaveConversion<TallyColumn>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<KeptWorksheet>().ToTable("competency_worksheets").HasKey(w => w.Id);
        model.Entity<KeptColumn>().ToTable("worksheet_columns").HasKey(c => new { c.WorksheetId, c.Number });
        model.Entity<KeptColumn>().Ignore(c => c.FullTitle);
        model.Entity<KeptCell>().ToTable("worksheet_cells").HasKey(c => new { c.WorksheetId, c.ColumnNumber, c.Measure, c.StatementId });
        model.Entity<FillLink>().ToTable("worksheet_links").HasKey(l => l.Id);
        model.Entity<WorksheetEvent>().ToTable("worksheet_history").HasKey(e => new { e.WorksheetId, e.Sequence });
    }

    private sealed class DetailsColumn() : ValueConverter<ColumnDetails, string>(details => Write(details), json => Read<ColumnDetails>(json));

    private sealed class TallyColumn() : ValueConverter<WorksheetTally, string>(tally => Write(tally), json => Read<WorksheetTally>(json));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;
}
