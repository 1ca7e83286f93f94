using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Interop.Models;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>The shipped models and scales in a database. Both engines inherit the suite.</summary>
public abstract class ShippedModelLoadSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;

    [Fact]
    public async Task Load_IntoANewDatabase_PublishesNineModels()
    {
        await using var db = _test.Open();

        var results = await ShippedModels.LoadAsync(db, ShippedModels.DataFolder, TimeProvider.System);

        Assert.All(results, r => Assert.Equal(LoadOutcome.Added, r.Outcome));
        var models = await ModelCatalog.ListAsync(db);
        Assert.Equal(9, models.Count);
        Assert.Equal("building-blocks", models[0].Slug);
        foreach (var model in models)
        {
            var content = ShippedModelFiles.Content(model.Slug + ".yaml");
            var statements = await ModelCatalog.StatementsAsync(db, model.Version);
            Assert.Equal(content.Statements.Select(s => (s.Id, s.Text)), statements.Select(s => (s.Id, s.Text)));
            Assert.Equal(ShippedModelFiles.Competencies(content).Count(), model.Version.Statements);
            Assert.True(model.Slug == "building-blocks" || model.Version.Statements is >= 150 and <= 300, model.Slug);
            Assert.Equal(content.Alignments.Count, await db.Alignments.CountAsync(a => a.VersionKey == model.Version.Key));
            Assert.True(model.Version.HasTiers);
            Assert.Equal(model.Slug == "building-blocks" ? ["en", "es"] : ["en"], model.Version.Languages);
        }
        Assert.Empty(await ShippedModels.LoadAsync(db, ShippedModels.DataFolder, TimeProvider.System));
    }

    [Fact]
    public async Task Load_Twice_GivesTheDefaultScaleOnce()
    {
        await using var db = _test.Open();

        await ShippedScales.LoadAsync(db, ShippedModels.DataFolder, TimeProvider.System);
        await ShippedScales.LoadAsync(db, ShippedModels.DataFolder, TimeProvider.System);

        var scale = await db.Scales.Include(s => s.Levels.OrderBy(l => l.Level)).SingleAsync(s => s.Slug == Scale.Default);
        Assert.Equal(["None", "Little", "Working", "Fairly knowledgeable", "Expert"], scale.Levels.Select(l => l.Title.In("en")));
        Assert.Equal([0, 1, 2, 3, 4], scale.Levels.Select(l => l.Level));
        Assert.All(scale.Levels, l => Assert.True(l.Title.Has("es") && l.Anchor.Has("en") && l.Anchor.Has("es")));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "scale save" && a.Subject == Scale.Default));
    }

    [Fact]
    public async Task Save_OfAScaleThatIsThere_ReplacesIt()
    {
        await using var db = _test.Open();
        var change = new Change("tester", TestModel.Change.When, "test", "a test");

        await new ScaleEditor(db).SaveAsync([Steps("ladder", "Low", "High")], change);
        await new ScaleEditor(db).SaveAsync([Steps("ladder", "Bottom", "Middle", "Top")], change);

        var levels = await db.Set<ScaleLevel>().Where(l => l.ScaleSlug == "ladder").OrderBy(l => l.Level).ToListAsync();
        Assert.Equal(["Bottom", "Middle", "Top"], levels.Select(l => l.Title.In("en")));
    }

    private static Scale Steps(string slug, params string[] titles)
    {
        var scale = new Scale { Slug = slug, Title = Core.Text.LanguageText.Of("en", slug) };
        scale.Levels.AddRange(titles.Select((t, i) => new ScaleLevel
        {
            ScaleSlug = slug,
            Level = i,
            Title = Core.Text.LanguageText.Of("en", t),
            Anchor = Core.Text.LanguageText.Of("en", t),
        }));
        return scale;
    }

    public async ValueTask InitializeAsync() => _test = await open();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_test is not null)
            await _test.DisposeAsync();
    }
}

public sealed class ShippedModelsOnSqlite() : ShippedModelLoadSuite(TestDb.SqliteAsync);

public sealed class ShippedModelsOnPostgres() : ShippedModelLoadSuite(TestDb.PostgresAsync);
