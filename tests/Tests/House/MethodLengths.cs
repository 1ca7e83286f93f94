using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Trellis.Tests.House;

/// <summary>A method and the lines from its first statement or brace to its last.</summary>
internal sealed record MethodLength(string File, string Name, int Lines);

/// <summary>Reads the length of methods from the debug symbols beside an assembly: what the compiler saw, not what a pattern guesses.</summary>
internal static class MethodLengths
{
    public static IEnumerable<MethodLength> Of(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var (code, lines) = (image.GetMetadataReader(), symbols.GetMetadataReader());
        foreach (var handle in lines.MethodDebugInformation)
        {
            var points = lines.GetMethodDebugInformation(handle).GetSequencePoints().Where(p => !p.IsHidden).ToList();
            var method = code.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(MetadataTokens.GetRowNumber(handle)));
            var name = code.GetString(method.Name);
            // A constructor also runs the initializers of fields, which stand anywhere in the file.
            if (points.Count == 0 || name is ".ctor" or ".cctor")
                continue;
            var file = Path.GetRelativePath(Repository.Root, lines.GetString(lines.GetDocument(points[0].Document).Name)).Replace('\\', '/');
            if (!file.StartsWith("src/", StringComparison.Ordinal) || !file.EndsWith(".cs", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal))
                continue;
            var type = code.GetString(code.GetTypeDefinition(method.GetDeclaringType()).Name);
            yield return new(file, $"{type}.{name}", points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1);
        }
    }
}
