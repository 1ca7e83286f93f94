using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Tests.Support;

namespace Trellis.Tests.Interop;

/// <summary>A framework of some pieces that changes from version to version, in every way that shows in a package.</summary>
internal sealed class EditedFramework(Guid id, string format)
{
    public const int Statements = 900;

    private static readonly DateTimeOffset Day = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Statement> _statements = [];
    private readonly List<Alignment> _links = [];
    private string _title = "Edited";
    private string _language = "en";
    private int _version;
    private int _made;

    public enum Kind
    {
        Nothing,
        Reword,
        Remove,
        Add,
        Move,
        MoveToTheTop,
        AddLink,
        RemoveLink,
        AddParentToOneAtTheTop,
        Rename,
        Translate,
    }

    public readonly record struct Edit(Kind Kind, int Where, int How);

    public async Task<Model> LoadAsync(Db db)
    {
        while (_made < Statements)
            Make();
        StatementTree.Arrange(_statements);
        var version = new FrameworkVersion
        {
            Title = LanguageText.Of("en", _title),
            Language = _language,
            Number = $"{++_version}",
            ChangedAt = Day.AddDays(_version),
            SourceFormat = format,
            SourceName = "test",
        };
        var framework = new Framework { Id = id, Publisher = "Test publisher", Kind = FrameworkKind.Skills };
        var result = await new FrameworkEditor(db).LoadAsync(new(framework, version, _statements, _links), TestModel.Change);
        return new(result.Framework, result.Version);
    }

    public void Apply(Edit edit)
    {
        if (edit.Kind == Kind.Nothing)
            return;
        var statement = _statements[edit.Where % _statements.Count];
        var other = _statements[edit.How % _statements.Count];
        switch (edit.Kind)
        {
            case Kind.Reword:
                statement.Text = LanguageText.Of("en", $"Reads gauge {edit.How} once more");
                break;
            case Kind.Remove:
                _statements.Remove(statement);
                break;
            case Kind.Add:
                Place(Make(), other.Id, edit.Where % 3);
                break;
            case Kind.Move:
                Place(statement, other.Id, edit.How % 4);
                break;
            case Kind.MoveToTheTop:
                Place(statement, null, edit.How % 9);
                break;
            case Kind.AddLink:
                Link("isRelatedTo", statement, other.Id, edit.How % 2 == 0);
                break;
            case Kind.RemoveLink:
                _links.RemoveAt(edit.Where % _links.Count);
                break;
            case Kind.AddParentToOneAtTheTop:
                Link("isChildOf", _statements.First(s => s.ParentId is null), other.Id, isNamed: false);
                break;
            case Kind.Rename:
                _title = $"Edited {edit.How}";
                break;
            case Kind.Translate:
                _language = _language == "en" ? "es" : "en";
                break;
        }
    }

    private static void Place(Statement statement, Guid? parent, int position) =>
        (statement.ParentId, statement.Position) = (parent, position);

    private Statement Make()
    {
        var number = _made++;
        var statement = new Statement
        {
            Id = NameBasedId.Of(id, $"{number}"),
            ParentId = number < 4 ? null : _statements[(number - 4) / 5 % _statements.Count].Id,
            Position = number,
            Kind = number % 7 == 0 ? StatementKind.Block : StatementKind.Item,
            Text = LanguageText.Of("en", $"Reads gauge number {number}"),
            ChangedAt = Day,
        };
        _statements.Add(statement);
        if (number % 2 == 1)
            Link("isRelatedTo", statement, _statements[number * 31 % _statements.Count].Id, isNamed: number % 6 == 1);
        return statement;
    }

    private void Link(string type, Statement from, Guid to, bool isNamed) => _links.Add(new()
    {
        Id = NameBasedId.Of(id, $"link {_links.Count} {from.Id} {to}"),
        Type = type,
        Origin = isNamed ? new(from.Id.ToString("D"), $"https://models.example/{from.Id}", "One") : NodeRef.Statement(from.Id),
        Destination = NodeRef.Statement(to),
        ChangedAt = Day,
    });
}
