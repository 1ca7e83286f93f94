using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using YamlDotNet.Serialization.NodeDeserializers;

namespace Trellis.Interop.Models;

/// <summary>
/// YAML as model files use it: plain, no name given twice, nothing left empty. Every entry learns the line in which it begins.
/// </summary>
internal static class ModelYaml
{
    public static ModelFile? Read(string yaml) => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .WithEnforceNullability()
        .WithNodeDeserializer(inner => new Lined(inner), where => where.InsteadOf<ObjectNodeDeserializer>())
        .WithNodeDeserializer(new NotEmpty(), where => where.OnTop())
        .Build()
        .Deserialize<ModelFile?>(PlainYaml.Of(yaml));

    /// <summary>Refuses an entry that is empty or a single word, before any other reader takes it for nothing.</summary>
    private sealed class NotEmpty : INodeDeserializer
    {
        public bool Deserialize(
            IParser reader, Type expectedType, Func<IParser, Type, object?> nestedObjectDeserializer, out object? value, ObjectDeserializer rootDeserializer)
        {
            if (typeof(Entry).IsAssignableFrom(expectedType) && reader.Current is not MappingStart)
                throw new YamlException(reader.Current!.Start, reader.Current.End, "An entry with names and values is expected here.");
            value = null;
            return false;
        }
    }

    /// <summary>Tells an entry the line in which it begins.</summary>
    private sealed class Lined(INodeDeserializer inner) : INodeDeserializer
    {
        public bool Deserialize(
            IParser reader, Type expectedType, Func<IParser, Type, object?> nestedObjectDeserializer, out object? value, ObjectDeserializer rootDeserializer)
        {
            var line = reader.Current!.Start.Line;
            if (!inner.Deserialize(reader, expectedType, nestedObjectDeserializer, out value, rootDeserializer))
                return false;
            if (value is Entry entry)
                entry.Line = line;
            return true;
        }
    }
}
