using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop.Training;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>A database with the sample list, a small crosswalk and a field of study, loaded once for tests that only read.</summary>
public abstract class TrainingData(Func<Task<TestDb>> open) : IAsyncLifetime
{
    public const string Crosswalk = """
        CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title
        48.0508,Welding Technology/Welder.,51-4121,"Welders, Cutters, Solderers, and Brazers"
        51.3902,Nursing Assistant/Aide and Patient Care Assistant/Aide.,31-1131,Nursing Assistants
        49.0205,Truck and Bus Driver/Commercial Vehicle Operator and Instructor.,53-3032,Heavy and Tractor-Trailer Truck Drivers
        49.0205,Truck and Bus Driver/Commercial Vehicle Operator and Instructor.,53-3051,"Bus Drivers, School"
        99.9999,NO MATCH,45-3031,Fishing and Hunting Workers
        """;

    public const string Fields = "CIPCode,CIPTitle\n=\"49.0205\",Truck and Bus Driver/Commercial Vehicle Operator and Instructor.\n";

    public static readonly ZipPlaces Map = new(new Dictionary<string, ZipPlace> { ["01234"] = new(42, -71), ["98765"] = new(43, -71), ["01250"] = new(42.1, -71) });

    private TestDb _test = null!;

    public Db Db { get; private set; } = null!;

    public OccupationIndex Occupations { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        await TestReleases.LoadTextAsync(_test, ProgramReader.Reader, "programs.csv", SampleList.Text());
        await TestReleases.LoadTextAsync(_test, CipSocReader.Reader, "crosswalk.csv", Crosswalk);
        await TestReleases.LoadTextAsync(_test, CipReader.Reader, "cip.csv", Fields);
        Db = _test.Open();
        Occupations = new(_test.Source);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Occupations?.Dispose();
        if (Db is not null)
            await Db.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
    }
}

public sealed class TrainingOnSqlite() : TrainingData(TestDb.SqliteAsync);

public sealed class TrainingOnPostgres() : TrainingData(TestDb.PostgresAsync);
