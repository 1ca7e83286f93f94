namespace Trellis.Interop.Onet;

/// <summary>
/// Puts the rows of several files, each in the order of its codes, into one sequence in that order, so that a table in the order of its
/// key is written from front to back. Files in another order are taken as they come.
/// </summary>
internal static class CodeMerge
{
    public static IEnumerable<object?[]> Merge(IEnumerable<IEnumerable<CodedRow>> files)
    {
        var open = files.Select(f => f.GetEnumerator()).Where(f => f.MoveNext()).ToList();
        while (open.Count > 0)
        {
            var code = open.MinBy(f => f.Current.Code, StringComparer.Ordinal)!.Current.Code;
            for (var i = 0; i < open.Count; i++)
            {
                while (open[i].Current.Code == code)
                {
                    yield return open[i].Current.Cells;
                    if (open[i].MoveNext())
                        continue;
                    open.RemoveAt(i--);
                    break;
                }
            }
        }
    }
}

/// <summary>A row to be written, and the code of the occupation that it belongs to.</summary>
internal readonly record struct CodedRow(string Code, object?[] Cells);
