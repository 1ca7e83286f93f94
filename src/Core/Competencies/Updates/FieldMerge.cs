namespace Trellis.Core.Competencies.Updates;

/// <summary>
/// Puts together what a file changed and what was changed here since the file was made. Where both changed a field in different ways,
/// what is here stays, and the field is a conflict. Pure.
/// </summary>
public static class FieldMerge
{
    public static (SortedDictionary<string, string> Values, List<string> Conflicts) Of(
        IReadOnlyDictionary<string, string> origin, IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> file, Func<string, bool> speaksOf)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var conflicts = new List<string>();
        foreach (var field in now.Keys.Union(file.Keys).Order(StringComparer.Ordinal))
        {
            var (was, here, there) = (origin.GetValueOrDefault(field), now.GetValueOrDefault(field), file.GetValueOrDefault(field));
            var isChanged = speaksOf(field) && there != was && there != here;
            if (isChanged && here != was)
                conflicts.Add(field);
            if ((isChanged && here == was ? there : here) is { } value)
                values[field] = value;
        }
        return (values, conflicts);
    }
}
