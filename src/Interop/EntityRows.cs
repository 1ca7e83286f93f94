using System.Reflection;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop;

/// <summary>Writes the rows of a release from entities: every property that can be set is a column of the same name.</summary>
internal static class EntityRows
{
    public static Task InsertAsync<T>(this ReleaseLoad load, string table, IEnumerable<T> entities) where T : class =>
        load.Rows.InsertAsync(table, Of<T>.Columns, entities.Select(Of<T>.Row), load.Stop);

    private static class Of<T>
    {
        private static readonly PropertyInfo[] Properties = [.. typeof(T).GetProperties().Where(p => p.CanWrite)];

        public static readonly BulkColumn[] Columns =
            [.. Properties.Select(p => new BulkColumn(SnakeCase.Name(p.Name), Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))];

        public static object?[] Row(T entity) => Array.ConvertAll(Properties, p => p.GetValue(entity));
    }
}
