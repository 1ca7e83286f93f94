using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Tests.Support;

/// <summary>Makes small frameworks for tests: one top node, and the given texts below it.</summary>
public static class TestModel
{
    private static readonly DateTimeOffset Day = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);

    public static Change Change { get; } = new("tester", Day, "test", "a test");

    public static FrameworkContent Of(string title, params string[] texts) => Of(Guid.NewGuid(), title, texts);

    public static FrameworkContent Of(Guid id, string title, params string[] texts)
    {
        var top = new Statement { Id = NameBasedId.Of(id, ""), Text = LanguageText.Of("en", title), ChangedAt = Day };
        var below = texts.Select((text, i) => new Statement
        {
            Id = NameBasedId.Of(id, text),
            ParentId = top.Id,
            Position = i,
            Text = LanguageText.Of("en", text),
            ChangedAt = Day,
        });
        List<Statement> statements = [top, .. below];
        StatementTree.Arrange(statements);
        return new(
            new() { Id = id, Publisher = "Test publisher", Kind = FrameworkKind.Skills },
            new() { Title = LanguageText.Of("en", title), Language = "en", ChangedAt = Day, SourceFormat = "test", SourceName = "test" },
            statements,
            []);
    }
}
