using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Trellis.Interop.Reference;

/// <summary>A place in a YAML file that is read by its names. Faults are gathered with their lines; what is faulty reads as nothing.</summary>
internal sealed class YamlPart(string file, YamlNode node, List<Problem> problems)
{
    /// <summary>The whole of a file of rules; <paramref name="notOne"/> says what its reader expected where it is none.</summary>
    public static YamlPart Root(string file, string yaml, List<Problem> problems, Func<string, string, Problem> notOne)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(PlainYaml.Of(yaml));
            return new(file, stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw new YamlException("The file holds no rules."), problems);
        }
        catch (YamlException e)
        {
            throw new UnusableInputException(notOne($"{file}, line {e.Start.Line}", e.Message.EndsWith('.') ? e.Message : e.Message + "."));
        }
    }

    public string Where => $"{file}, line {node.Start.Line}";

    /// <summary>The text itself, where this is one.</summary>
    public string? Text => node is YamlScalarNode { Value.Length: > 0 } text ? text.Value : null;

    public bool IsText => node is YamlScalarNode;

    public void Fault(string code, string sentence, params string[] values) => problems.Add(Problem.Rejected(code, Where, sentence, values));

    /// <summary>Says which names may stand here.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var (name, part) in Entries())
        {
            if (!names.Contains(name))
                part.Fault("unknown-name", "\"{0}\" is not known here; these are: {1}.", name, string.Join(", ", names));
        }
    }

    public bool Has(string name) => Child(name) is not null;

    /// <summary>The part under this name, or null.</summary>
    public YamlPart? Child(string name) => Entries().Where(e => e.Name == name).Select(e => e.Part).FirstOrDefault();

    /// <summary>The part under this name, or null with a fault.</summary>
    public YamlPart? Required(string name)
    {
        var child = Child(name);
        if (child is null)
            Fault("missing-part", "There is no {0}.", name);
        return child;
    }

    /// <summary>The text under this name; empty with a fault where there is none.</summary>
    public string RequiredText(string name)
    {
        var child = Required(name);
        if (child is not null && child.Text is null)
            child.Fault("not-a-text", "A text is expected for {0}.", name);
        return child?.Text ?? "";
    }

    /// <summary>The year, month or day under this name, as it is written; with a fault where it is none.</summary>
    public string RequiredDate(string name)
    {
        var date = RequiredText(name);
        if (!DateOnly.TryParseExact(date, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            Child(name)?.Fault("bad-date", "The date \"{0}\" must have the form 2026, 2026-11 or 2026-11-23.", date);
        return date;
    }

    /// <summary>The whole number from 0 under this name; null where there is none, or, with a fault, where it is another text.</summary>
    public int? Number(string name)
    {
        if (Child(name) is not { } child)
            return null;
        if (int.TryParse(child.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        child.Fault("bad-number", "{0} must be a whole number from 0.", name);
        return null;
    }

    /// <summary>The text under this name in English and Spanish.</summary>
    public LanguageText BothLanguages(string name) => Required(name)?.AsBothLanguages() ?? LanguageText.Of("en", name);

    public LanguageText AsBothLanguages()
    {
        Allow("en", "es");
        return LanguageText.From([new("en", RequiredText("en")), new("es", RequiredText("es"))]) ?? LanguageText.Of("en", "?");
    }

    /// <summary>The entries of the list under this name; none, with a fault, where it is no list.</summary>
    public List<YamlPart> List(string name)
    {
        if (Child(name) is not { } child)
            return [];
        return child.Items(name);
    }

    /// <summary>The entries of this list, which its file calls <paramref name="name"/>.</summary>
    public List<YamlPart> Items(string name)
    {
        if (node is YamlSequenceNode { Children.Count: > 0 } list)
            return [.. list.Children.Select(c => new YamlPart(file, c, problems))];
        Fault("not-a-list", "A list with at least one entry is expected for {0}.", name);
        return [];
    }

    public IEnumerable<(string Name, YamlPart Part)> Entries()
    {
        if (node is YamlMappingNode map)
            return map.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "?", new YamlPart(file, c.Value, problems)));
        return [];
    }
}
