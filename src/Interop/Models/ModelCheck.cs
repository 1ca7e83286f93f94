using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Core.Codes;

namespace Trellis.Interop.Models;

/// <summary>Finds everything for which a model file cannot become a framework, each with its line.</summary>
public sealed partial class ModelCheck
{
    private readonly ModelFile _file;
    private readonly ModelFile? _generic;
    private readonly string _name;
    private readonly List<Problem> _problems = [];

    private ModelCheck(string name, ModelFile file, ModelFile? generic) => (_name, _file, _generic) = (name, file, generic);

    /// <summary>Refuses the file with all its problems, where it has any.</summary>
    public static void Require(string name, ModelFile file, ModelFile? generic)
    {
        var check = new ModelCheck(name, file, generic);
        check.Head();
        foreach (var tier in file.Tiers)
            check.Tier(tier);
        check.Twice("blocks", file.AllBlocks.Select(b => (b.Use ?? b.Id, (Entry)b)));
        check.Occupations();
        if (check._problems.Count > 0)
            throw new UnusableInputException(check._problems);
    }

    private void Head()
    {
        if (_file.Format != 1)
            Add(null, "unknown-format", "The format is {0}; this program reads format 1.", _file.Format.ToString(CultureInfo.InvariantCulture));
        if (_file.Id == Guid.Empty || !NameBasedId.IsCaseCompatible(_file.Id))
            Add(null, "bad-id", "The id {0} is not a UUID of version 1 to 5.", _file.Id.ToString());
        if (_file.Kind is not ("foundation" or "industry"))
            Add(null, "unknown-kind", "The kind is \"{0}\"; it must be foundation or industry.", _file.Kind);
        if (!DateOnly.TryParseExact(_file.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            Add(null, "bad-date", "The date of publication is \"{0}\"; it must have the form 2026-11-23.", _file.Published);
        Name(null, "slug", _file.Slug);
        Text(null, "title", _file.Title);
        if (_file.Tiers.Count == 0)
            Add(null, "missing-part", "There is no {0}.", "tier");
        Twice("tiers", _file.Tiers.Select(t => (t.Tier.ToString(CultureInfo.InvariantCulture), (Entry)t)));
    }

    private void Tier(TierEntry tier)
    {
        if (tier.Tier is < 1 or > 9)
            Add(tier, "unknown-tier", "The tier is {0}; it must be 1 to 9.", tier.Tier.ToString(CultureInfo.InvariantCulture));
        Text(tier, "title", tier.Title);
        foreach (var block in tier.Blocks)
            Block(block);
    }

    private void Block(BlockEntry block)
    {
        if (block.Use is { } use)
        {
            if (_generic?.Block(use) is null)
                Add(block, "unknown-block", "The generic model has no block \"{0}\".", use);
            return;
        }
        Name(block, "id", block.Id);
        Text(block, "title", block.Title);
        Text(block, "definition", block.Definition);
        Twice("groups", block.Groups.Select(g => (g.Id, (Entry)g)));
        foreach (var group in block.Groups)
        {
            Name(group, "id", group.Id);
            Text(group, "title", group.Title);
            if (group.Kind is not ("behaviors" or "work-function" or "content-area"))
                Add(group, "unknown-kind", "The kind is \"{0}\"; it must be behaviors, work-function or content-area.", group.Kind);
        }
        Twice("statements", block.AllStatements.Select(s => (s.Use is null ? s.Id : s.Use.Split('.')[^1], (Entry)s)));
        foreach (var statement in block.AllStatements)
            Statement(statement);
    }

    private void Statement(StatementEntry statement)
    {
        if ((statement.Use ?? statement.From) is { } source && _generic?.Statement(source) is null)
            Add(statement, "unknown-statement", "The generic model has no statement \"{0}\".", source);
        if (statement.Use is not null)
            return;
        Name(statement, "id", statement.Id);
        if (string.IsNullOrWhiteSpace(statement.En))
            Add(statement, "missing-part", "There is no {0}.", "en");
        foreach (var element in statement.Onet.Where(e => !OnetElementId.TryParse(e, out _)))
            Add(statement, "bad-element", "\"{0}\" is not an O*NET element id such as 2.A.1.a.", element);
    }

    private void Occupations()
    {
        Twice("occupations", _file.Occupations.Select(o => (o.Code, (Entry)o)));
        foreach (var occupation in _file.Occupations)
        {
            if (!OnetSocCode.TryParse(occupation.Code, out _))
                Add(occupation, "bad-occupation", "\"{0}\" is not an O*NET-SOC code such as 51-4041.00.", occupation.Code);
            if (string.IsNullOrWhiteSpace(occupation.Title))
                Add(occupation, "missing-part", "There is no {0}.", "title");
            if (occupation.Requires is { } requires)
                Text(occupation, "requires", requires);
        }
    }

    private void Name(Entry? at, string part, string name)
    {
        if (!NameForm().IsMatch(name))
            Add(at, "bad-name", "The {0} is \"{1}\"; it must be lower-case words joined by hyphens.", part, name);
    }

    private void Text(Entry? at, string part, Words words)
    {
        if (!words.TryGetValue("en", out var english) || string.IsNullOrWhiteSpace(english))
            Add(at, "missing-part", "There is no {0}.", part + ": en");
    }

    private void Twice(string what, IEnumerable<(string Name, Entry Entry)> entries)
    {
        foreach (var (name, entry) in entries.GroupBy(e => e.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            Add(entry, "stands-twice", "Two {0} are named \"{1}\".", what, name);
    }

    private void Add(Entry? at, string code, string sentence, params string[] values) => _problems.Add(
        Problem.Rejected(code, at is null ? _name : string.Create(CultureInfo.InvariantCulture, $"{_name}, line {at.Line}"), sentence, values));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
