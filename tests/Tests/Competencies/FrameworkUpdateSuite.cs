using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Updates;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>A table of a model, edited outside, comes back as its next version; each engine inherits every test.</summary>
public abstract class FrameworkUpdateSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private const string Items = "Items";

    private TestDb _test = null!;
    private Db _db = null!;
    private FrameworkContent _content = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EditedWorkbook_IsPlannedChangeByChangeAndAppliedWhole()
    {
        var edit = new SheetEdit(_content);
        edit.Set(3, "text", "Reads shop drawings");
        edit.Set(4, "notation", "9.9");
        edit.Set(5, "level", 3);
        edit.Set(5, "notes", "With care");
        var added = edit.Add(Items);
        edit.Set(added, "level", 2);
        edit.Set(added, "text", "Cleans the bench");
        var link = edit.Add("Associations");
        edit.Set("Associations", link, "from", "Cleans the bench");
        edit.Set("Associations", link, "type", "isRelatedTo");
        edit.Set("Associations", link, "to", "51-4121.00");

        var read = await ReadAsync("edited.xlsx", edit.Save());

        Assert.Equal(
            [
                (UpdateKind.Reworded, "text@en", "Reads drawings", "Reads shop drawings", "Items!D3"), (UpdateKind.Renumbered, "notation", null, "9.9", "Items!D4"),
                (UpdateKind.Changed, "notes@en", null, "With care", "Items!D5"), (UpdateKind.Moved, "parent", "Welding", "Strikes an arc", "Items!D5"),
                (UpdateKind.Added, "", null, "Cleans the bench", "Items!D6"), (UpdateKind.LinkAdded, "link", null, "isRelatedTo 51-4121.00", null),
            ],
            read.Plan!.Steps.Select(s => (s.Kind, s.Field, s.Before, s.After, s.Where)));
        Assert.DoesNotContain(read.Problems, p => p.Severity != Severity.Noted);

        await UpdateFile.ApplyAsync(_db, read, TestModel.Change, Stop);

        var model = await ModelAsync();
        Assert.Equal(("2", VersionStatus.Published), (model.Version.Number, model.Version.Status));
        Assert.Contains("1 reworded", model.Version.ChangeSummary, StringComparison.Ordinal);
        var statements = await ModelCatalog.StatementsAsync(_db, model.Version, Stop);
        Assert.Equal(["Welding", "Reads shop drawings", "Strikes an arc", "Grinds edges", "Cleans the bench"], statements.Select(s => s.Text.ToString()));
        Assert.Equal([0, 1, 1, 2, 1], statements.Select(s => s.Depth));
        Assert.Equal(_content.Statements[2].Id, statements[2].Id);
        var before = await ModelCatalog.FindAsync(_db, model.Slug, "1", Stop);
        Assert.Equal((VersionStatus.Superseded, "Reads drawings"), (before!.Version.Status, (await ModelCatalog.StatementsAsync(_db, before.Version, Stop))[1].Text.ToString()));
        Assert.Contains(await _db.AuditEntries.Where(a => a.Subject == model.Slug).Select(a => a.Action).ToListAsync(Stop), a => a == "model update");
    }

    [Fact]
    public async Task UneditedFile_ChangesNothing()
    {
        foreach (var (name, bytes) in new[] { ("same.xlsx", new SheetEdit(_content).Save()), ("same.csv", Csv()) })
        {
            var read = await ReadAsync(name, bytes);

            Assert.False(read.Plan!.HasChanges);
            Assert.Empty(read.Plan.Steps);
        }
    }

    [Fact]
    public async Task MissingRow_IsKeptUnlessThePersonSaysOtherwise()
    {
        var edit = new SheetEdit(_content);
        edit.Items.RemoveAt(3);
        edit.Links.RemoveRange(1, edit.Links.Count - 1);

        var kept = await ReadAsync("less.xlsx", edit.Save());
        var removed = await ReadAsync("less.xlsx", edit.Save(), removesMissing: true);

        Assert.Equal([UpdateKind.Missing, UpdateKind.LinkMissing], kept.Plan!.Steps.Select(s => s.Kind));
        Assert.False(kept.Plan.HasChanges);
        Assert.Equal(["Welding", "Reads drawings", "Strikes an arc", "Grinds edges"], kept.Plan.Content.Statements.Select(s => s.Text.ToString()));
        Assert.Equal([UpdateKind.Removed, UpdateKind.LinkRemoved], removed.Plan!.Steps.Select(s => s.Kind));
        Assert.Equal(["Welding", "Reads drawings", "Grinds edges"], removed.Plan.Content.Statements.Select(s => s.Text.ToString()));
        Assert.Empty(removed.Plan.Content.Alignments);
    }

    [Fact]
    public async Task MovedRow_ChangesTheOrderAndNothingElse()
    {
        var edit = new SheetEdit(_content);
        var row = edit.Items[4];
        edit.Items.RemoveAt(4);
        edit.Items.Insert(2, row);

        var read = await ReadAsync("moved.xlsx", edit.Save());

        Assert.Equal((UpdateKind.Moved, "order", "Grinds edges"), read.Plan!.Steps.Select(s => (s.Kind, s.Field, s.Name)).Single());
        Assert.Equal(["Welding", "Grinds edges", "Reads drawings", "Strikes an arc"], read.Plan.Content.Statements.Select(s => s.Text.ToString()));
    }

    [Fact]
    public async Task RowsWithoutIdentifiers_AreMatchedByTheirPlaceAndText()
    {
        var edit = new SheetEdit(_content);
        foreach (var row in new[] { 2, 3, 4 })
            edit.Set(row, "identifier", null);
        edit.Set(4, "level", 3);

        var read = await ReadAsync("bare.xlsx", edit.Save());

        Assert.Equal((UpdateKind.Moved, "Strikes an arc"), read.Plan!.Steps.Select(s => (s.Kind, s.Name)).Single());
        Assert.Equal(["Items!D2", "Items!D3", "Items!D4"], read.Problems.Where(p => p.Code == "matched-by-text").Select(p => p.Where));
    }

    [Fact]
    public async Task Identifiers_TwiceUnknownOrOfAnotherModel_AreSaidWithTheirRow()
    {
        var other = TestModel.Of("Other trade", "Solders joints");
        await new FrameworkEditor(_db).LoadAsync(other, TestModel.Change, Stop);
        var edit = new SheetEdit(_content);
        edit.Set(4, "identifier", _content.Statements[1].Id.ToString());
        foreach (var (id, text) in new[] { (other.Statements[1].Id, "Solders joints"), (Guid.NewGuid(), "Sings") })
        {
            var row = edit.Add(Items);
            edit.Set(row, "level", 2);
            edit.Set(row, "text", text);
            edit.Set(row, "identifier", id.ToString());
        }

        var read = await ReadAsync("ids.xlsx", edit.Save());

        Assert.Equal(
            [("duplicate-identifier", "Items!I4"), ("identifier-of-another", "Items!D6"), ("unknown-identifier", "Items!D7")],
            read.Problems.Where(p => p.Code.Contains("identifier", StringComparison.Ordinal)).Select(p => (p.Code, p.Where)));
        var soldering = read.Plan!.Content.Statements.Single(s => s.Text.ToString() == "Solders joints");
        Assert.NotEqual(other.Statements[1].Id, soldering.Id);
        Assert.Equal(other.Statements[1].Id.ToString(), soldering.DerivedFrom);
    }

    [Fact]
    public async Task FileOfAnotherModel_IsRefusedByName()
    {
        var read = await ReadAsync("other.xlsx", new SheetEdit(TestModel.Of("Other trade", "Solders joints")).Save());

        Assert.Null(read.Plan);
        Assert.Contains("Other trade", Assert.Single(read.Problems, p => p.Code == "another-model").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfAnOlderVersion_KeepsWhatIsNewerAndListsConflicts()
    {
        var old = new SheetEdit(_content);
        var first = new SheetEdit(_content);
        first.Set(3, "text", "Reads blueprints");
        var added = first.Add(Items);
        first.Set(added, "level", 2);
        first.Set(added, "text", "Signs the log");
        await UpdateFile.ApplyAsync(_db, await ReadAsync("first.xlsx", first.Save()), TestModel.Change, Stop);
        old.Set(3, "text", "Reads all drawings");
        old.Set(4, "text", "Strikes and holds an arc");

        var read = await ReadAsync("old.xlsx", old.Save());

        Assert.Contains(read.Problems, p => p.Code == "older-version");
        Assert.Equal(
            [(UpdateKind.Conflict, "Reads blueprints", "Reads all drawings"), (UpdateKind.Reworded, "Strikes an arc", "Strikes and holds an arc")],
            read.Plan!.Steps.Select(s => (s.Kind, s.Before, s.After)));
        Assert.Equal(["Welding", "Reads blueprints", "Strikes and holds an arc", "Grinds edges", "Signs the log"], read.Plan.Content.Statements.Select(s => s.Text.ToString()));
    }

    [Fact]
    public async Task Plan_OfAVersionThatIsNoLongerCurrent_IsNotApplied()
    {
        var edit = new SheetEdit(_content);
        edit.Set(3, "text", "Reads blueprints");
        var (one, two) = (await ReadAsync("one.xlsx", edit.Save()), await ReadAsync("two.xlsx", edit.Save()));
        await UpdateFile.ApplyAsync(_db, one, TestModel.Change, Stop);

        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => UpdateFile.ApplyAsync(_db, two, TestModel.Change, Stop));

        Assert.Equal("version-moved", refused.Problems[0].Code);
        Assert.Equal("2", (await ModelAsync()).Version.Number);
    }

    [Fact]
    public async Task Table_WithFewColumns_LeavesTheRestAlone()
    {
        var csv = $"#identifier,{_content.Framework.Id}\r\nidentifier,text\r\n{_content.Statements[1].Id},Reads all drawings\r\n";

        var read = await ReadAsync("few.csv", Encoding.UTF8.GetBytes(csv));

        Assert.Equal([UpdateKind.Reworded, UpdateKind.Missing, UpdateKind.Missing, UpdateKind.Missing], read.Plan!.Steps.Select(s => s.Kind).Order());
        var changed = read.Plan.Content.Statements.Single(s => s.Id == _content.Statements[1].Id);
        Assert.Equal(("1.1", "Welding", 1), (changed.Notation, read.Plan.Content.Version.Title.ToString(), changed.Depth));
        Assert.Single(read.Plan.Content.Alignments);
    }

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
        _content = TestModel.Of("Welding", "Reads drawings", "Strikes an arc", "Grinds edges");
        _content.Version.Number = "1";
        _content.Statements[1].Notation = "1.1";
        _content.Statements[1].Keywords = LanguageTerms.Of("en", ["prints", "plans"]);
        var (from, to) = (_content.Statements[1].Id, _content.Statements[2].Id);
        _content.Alignments.Add(new() { Id = Guid.NewGuid(), Type = "precedes", Origin = NodeRef.Statement(from), Destination = NodeRef.Statement(to), Weight = 0.25, ChangedAt = _content.Version.ChangedAt });
        await new FrameworkEditor(_db).LoadAsync(_content, TestModel.Change, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _db.DisposeAsync();
        await _test.DisposeAsync();
    }

    private byte[] Csv()
    {
        var stream = new MemoryStream();
        Trellis.Interop.Tables.CsvWriter.WriteAsync(OutgoingModel.Of(_content), stream, Stop).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private async Task<Model> ModelAsync() => (await ModelCatalog.FindAsync(_db, "welding", null, Stop))!;

    private async Task<ReadUpdate> ReadAsync(string name, byte[] bytes, bool removesMissing = false) =>
        await UpdateFile.ReadAsync(_db, await ModelAsync(), new(name, bytes), removesMissing, TestModel.Change.When, Stop);
}

public sealed class FrameworkUpdatesOnSqlite() : FrameworkUpdateSuite(TestDb.SqliteAsync);

public sealed class FrameworkUpdatesOnPostgres() : FrameworkUpdateSuite(TestDb.PostgresAsync);
