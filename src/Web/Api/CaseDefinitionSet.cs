using System.Text.Json;
using Trellis.Core.Text;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>A definition, and after it those below it in its hierarchy: whose code begins with its own and a dot.</summary>
internal static class CaseDefinitionSet
{
    public static byte[] Make(WholePackage package, CasePlace place)
    {
        var first = package.Read(place);
        var code = Code(first);
        using var bytes = new MemoryStream();
        bytes.Write(Utf8.Strict.GetBytes($"{{\"{place.Kind}\":["));
        bytes.Write(first);
        foreach (var other in package.All(place.Kind).Where(p => p.Start != place.Start && code.Length > 0))
        {
            var one = package.Read(other);
            if (!Code(one).StartsWith(code + ".", StringComparison.Ordinal))
                continue;
            bytes.WriteByte((byte)',');
            bytes.Write(one);
        }
        bytes.Write("]}"u8);
        return bytes.ToArray();
    }

    private static string Code(byte[] definition)
    {
        using var json = JsonDocument.Parse(definition);
        return json.RootElement.GetProperty("hierarchyCode").GetString()!;
    }
}
