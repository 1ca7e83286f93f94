using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Storage;

/// <summary>Opens <see cref="Db"/>s on one engine; the options are made once. Safe for use from several threads.</summary>
public sealed class DbSource
{
    private readonly DbContextOptions<Db> _options;

    public DbSource(Engine engine)
    {
        Engine = engine;
        var options = new DbContextOptionsBuilder<Db>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        engine.Configure(options);
        _options = options.Options;
    }

    public Engine Engine { get; }

    public Db Open() => new(Engine, _options);
}
