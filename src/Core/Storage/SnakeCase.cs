using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage;

/// <summary>Columns are named like the properties they hold, in lower case with underscores.</summary>
public static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(Name(property.GetColumnName()));
    }

    public static string Name(string name)
    {
        var column = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_')
                column.Append('_');
            column.Append(char.ToLowerInvariant(name[i]));
        }
        return column.ToString();
    }
}
