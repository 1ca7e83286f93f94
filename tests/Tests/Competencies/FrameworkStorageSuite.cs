using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>What both databases must do with frameworks; each engine inherits every test.</summary>
public abstract class FrameworkStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task Load_NewFramework_CanBeReadBackWhole()
    {
        var content = TestModel.Of("Welding", "Reads drawings", "Strikes an arc");
        content.Framework.Industries = ["31-33"];
        content.Statements[1].Keywords = LanguageTerms.Of("en", ["print"]);
        content.Statements[1].Notation = "1.1";
        content.Alignments.Add(Link(content.Statements[1].Id, content.Statements[2].Id.ToString()));

        var result = await new FrameworkEditor(_db).LoadAsync(content, TestModel.Change);

        Assert.Equal(LoadOutcome.Added, result.Outcome);
        var model = await ModelCatalog.FindAsync(_db, "welding");
        Assert.NotNull(model);
        Assert.Equal(VersionStatus.Published, model.Version.Status);
        Assert.Equal(["31-33"], model.Framework.Industries);
        var statements = await ModelCatalog.StatementsAsync(_db, model.Version);
        Assert.Equal(["Welding", "Reads drawings", "Strikes an arc"], statements.Select(s => s.Text.In("en")));
        Assert.Equal(2, statements[0].Size);
        Assert.Equal("1.1", statements[1].Notation);
        Assert.Equal(["print"], statements[1].Keywords!.All);
        var link = Assert.Single(await _db.Alignments.Where(a => a.VersionKey == model.Version.Key).ToListAsync());
        Assert.Equal(statements[2].Id.ToString(), link.Destination.Id);
        Assert.Equal(0.5, link.Weight);
    }

    [Fact]
    public async Task Load_SameContentAgain_ChangesNothing()
    {
        var id = Guid.NewGuid();
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Brewing", "Mashes grain"), TestModel.Change);
        var audits = await _db.AuditEntries.CountAsync(a => a.Subject == "brewing");

        var again = await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Brewing", "Mashes grain"), TestModel.Change);

        Assert.Equal(LoadOutcome.Unchanged, again.Outcome);
        Assert.Equal(audits, await _db.AuditEntries.CountAsync(a => a.Subject == "brewing"));
    }

    [Fact]
    public async Task Load_OtherContentOfKnownFramework_SupersedesTheFormerVersion()
    {
        var id = Guid.NewGuid();
        await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Baking", "Kneads dough"), TestModel.Change);

        var second = await new FrameworkEditor(_db).LoadAsync(TestModel.Of(id, "Baking", "Kneads dough", "Proofs dough"), TestModel.Change);

        Assert.Equal(LoadOutcome.NewVersion, second.Outcome);
        var versions = await ModelCatalog.VersionsAsync(_db, second.Framework);
        Assert.Equal([VersionStatus.Published, VersionStatus.Superseded], versions.Select(v => v.Status));
        Assert.Equal(["2", "1"], versions.Select(v => v.Number));
        Assert.NotNull(await ModelCatalog.FindAsync(_db, "baking", "1"));
    }

    [Fact]
    public async Task PublishedVersion_ChangedBehindTheEditor_IsRefused()
    {
        var result = await new FrameworkEditor(_db).LoadAsync(TestModel.Of("Glazing", "Cuts glass"), TestModel.Change);

        var key = result.Version.Key;
        await Assert.ThrowsAnyAsync<Exception>(() => _db.Statements.Where(s => s.VersionKey == key).ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => _db.Statements.Where(s => s.VersionKey == key)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Notation, "9")));
        Assert.Equal(2, await _db.Statements.CountAsync(s => s.VersionKey == key && s.Notation == null));
    }

    [Fact]
    public async Task Load_Failing_LeavesNoRow()
    {
        var content = TestModel.Of("Tiling", "Sets tile");
        content.Statements.Add(content.Statements[1]);

        await Assert.ThrowsAnyAsync<Exception>(() => new FrameworkEditor(_db).LoadAsync(content, TestModel.Change));

        await using var db = _test.Open();
        Assert.Null(await ModelCatalog.FindAsync(db, "tiling"));
        Assert.False(await db.Frameworks.AnyAsync(f => f.Id == content.Framework.Id));
        Assert.False(await db.AuditEntries.AnyAsync(a => a.Subject == "tiling"));
    }

    [Fact]
    public async Task EveryTable_CanBeRead()
    {
        foreach (var type in _db.Model.GetEntityTypes().Select(e => e.ClrType))
        {
            var read = typeof(FrameworkStorageSuite).GetMethod(nameof(CountAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            await (Task)read.MakeGenericMethod(type).Invoke(null, [_db])!;
        }
        Assert.True(_db.Model.GetEntityTypes().Count() > 5);
    }

    private static async Task CountAsync<T>(Db db)
        where T : class => await db.Set<T>().Take(1).ToListAsync();

    private static Alignment Link(Guid from, string to) => new()
    {
        Id = NameBasedId.Of(from, to),
        Type = "precedes",
        Origin = NodeRef.Statement(from),
        Destination = new(to),
        Weight = 0.5,
        ChangedAt = TestModel.Change.When,
    };

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_db is not null)
            await _db.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
    }
}

public sealed class FrameworksOnSqlite() : FrameworkStorageSuite(TestDb.SqliteAsync);

public sealed class FrameworksOnPostgres() : FrameworkStorageSuite(TestDb.PostgresAsync);
