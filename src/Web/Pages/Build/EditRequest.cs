using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;

namespace Trellis.Web.Pages.Build;

/// <summary>An edit as a form asks for it: what is to be done, to which statement, in the revision that its author saw.</summary>
public sealed class EditRequest
{
    private static readonly Problem Unreadable = Problem.Rejected("unknown-edit", "do", "This edit is not known. Open the page again.");

    private readonly IReadOnlyDictionary<string, string> _fields;

    private EditRequest(IReadOnlyDictionary<string, string> fields) => _fields = fields;

    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>From a form; a button may carry statement and revision in its value: "up:ID:3".</summary>
    public static EditRequest Of(IFormCollection form)
    {
        var fields = form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString());
        var act = form["do"].ToString().Split(':');
        fields["do"] = act[0];
        if (act.Length > 1)
            fields["id"] = act[1];
        if (act.Length > 2)
            fields["seen"] = act[2];
        return new(fields);
    }

    public string Act => Field("do");

    public Guid? Id => Guid.TryParse(Field("id"), out var id) ? id : null;

    public DraftCommand ToCommand() => Act switch
    {
        "undo" => new Undo(),
        "redo" => new Redo(),
        "reword" => new Reword(Target, Words()),
        "split" => new Split(Target, Words()),
        "merge" => new Merge(Target, Other, Words()),
        "up" => new MoveBy(Target, Step.Up),
        "down" => new MoveBy(Target, Step.Down),
        "in" => new MoveBy(Target, Step.In),
        "out" => new MoveBy(Target, Step.Out),
        "move" => new Move(Target, Place()),
        "kind" => new Rekind(Target, Kind(), Tier()),
        "remove" => new Remove(Target),
        "restore" => new Restore(Target),
        "add" => new Add(Guid.NewGuid(), Place(), Kind(), Words()) { Tier = Tier() },
        "level" => new SetLevel(Need("id"), int.TryParse(Field("level"), out var level) ? level : null),
        "align" => new Align(Need("id"), "isRelatedTo", Destination(), Field("evidence") is { Length: > 0 } evidence ? evidence : null),
        "unalign" => new Unalign(Need("id"), Need("seen")),
        _ => throw new UnusableInputException(Unreadable),
    };

    /// <summary>The words that the form has, language by language.</summary>
    public List<Wording> Words() => [.. _fields.Where(f => f.Key.StartsWith("text-", StringComparison.Ordinal)).Select(f => f.Key["text-".Length..])
        .Select(l => new Wording(l, Field("text-" + l), Field("label-" + l), Field("notes-" + l), Field("keywords-" + l)))];

    private SeenStatement Target => new(Need("id"), int.TryParse(Field("seen"), out var seen) ? seen : throw new UnusableInputException(Unreadable));

    private SeenStatement Other => Field("other").Split(':') is [var id, var seen] && Guid.TryParse(id, out var other) && int.TryParse(seen, out var revision)
        ? new(other, revision)
        : throw new UnusableInputException(Problem.Rejected("no-other", "other", "Choose the statement to merge with."));

    private Spot Place()
    {
        Guid? parent = Guid.TryParse(Field("parent"), out var p) ? p : null;
        return Field("after") switch
        {
            "first" => new(parent, null),
            { Length: > 0 } after when Guid.TryParse(after, out var sibling) => new(parent, sibling),
            _ => Spot.EndOf(parent),
        };
    }

    private StatementKind Kind() => Enum.TryParse<StatementKind>(Field("kind"), out var kind) && Enum.IsDefined(kind) ? kind : StatementKind.Item;

    private int? Tier() => int.TryParse(Field("tier"), out var tier) && tier is >= 1 and <= 9 ? tier : null;

    private NodeRef Destination() => new(
        Field("to") is { Length: > 0 } to ? to : throw new UnusableInputException(Problem.Rejected("no-destination", "to", "Say what the statement is aligned to.")),
        null,
        Field("to-title") is { Length: > 0 } title ? title : null,
        Array.Find(NodeSchemes.All, s => s == Field("to-scheme")));

    private Guid Need(string field) => Guid.TryParse(Field(field), out var id) ? id : throw new UnusableInputException(Unreadable);

    private string Field(string name) => _fields.GetValueOrDefault(name) ?? "";
}
