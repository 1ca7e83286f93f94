using System.Globalization;
using Microsoft.Extensions.Primitives;
using Trellis.Core.Codes;
using Trellis.Interop;
using Trellis.Interop.Tables;

namespace Trellis.Web;

/// <summary>
/// What a person says of the columns of a table, as the fields of a form or an address say it: "c0" for the first column and so on. The
/// first visit says nothing yet, and the names of the columns are taken for a guess.
/// </summary>
internal sealed record ColumnForm(IReadOnlyList<string> Names, IReadOnlyList<string> Sheets, MappedColumns Mapping, bool IsGuess)
{
    /// <summary>More columns than a person would go through; the others are kept with the statements.</summary>
    public const int Most = 60;

    public static string Field(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");

    /// <summary>Reads the choices; a file that is no table is refused.</summary>
    public static ColumnForm Read(ImportSource file, Func<string, StringValues> field)
    {
        var sheet = Text(field("sheet"));
        var (names, sheets) = MappedTable.Look(file, sheet);
        var isGuess = Text(field(Field(0))) is null;
        var mapping = MappedColumns.Guess(names, Text(field("title")) ?? Path.GetFileNameWithoutExtension(file.Name));
        for (var i = 0; i < Math.Min(Most, names.Count) && !isGuess; i++)
            mapping.Columns[names[i]] = Enum.TryParse<MappedRole>(field(Field(i)), out var role) && Enum.IsDefined(role) ? role : MappedRole.Keep;
        mapping.Columns.Remove("");
        mapping.Sheet = sheet ?? (sheets.Count > 1 ? sheets[0] : null);
        return new(names, sheets, mapping, isGuess);
    }

    public MappedRole Role(int column) => Mapping.Columns.GetValueOrDefault(Names[column]);

    /// <summary>The choices as the fields that say them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields =>
    [
        new("title", Mapping.Title),
        .. Mapping.Sheet is { } sheet ? new KeyValuePair<string, string?>[] { new("sheet", sheet) } : [],
        .. Names.Take(Most).Select((_, i) => new KeyValuePair<string, string?>(Field(i), Role(i).ToString())),
    ];

    public ReadFramework Load(ImportSource file) => FrameworkImport.Read(file, ImportMode.Tolerant, MappedTable.Format(Mapping));

    private static string? Text(StringValues value) => value.ToString() is { Length: > 0 and <= 300 } text ? text : null;
}
