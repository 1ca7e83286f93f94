using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Bls;
using Trellis.Interop.Industry;
using Trellis.Interop.Reference;
using Trellis.Interop.Soc;
using Xunit;

[assembly: AssemblyFixture(typeof(Trellis.Tests.Support.RealMarket))]

namespace Trellis.Tests.Support;

/// <summary>The real labor-market releases, each loaded once for all tests that read them, into a SQLite database of their own.</summary>
public sealed class RealMarket : IAsyncDisposable
{
    private static readonly (ReleaseReader Reader, string File, string? Option)[] Files =
    [
        (OewsReader.Reader, "bls-oews/national_M2023_dl.xlsx", null),
        (OewsReader.Reader, "bls-oews/national_M2024_dl.xlsx", null),
        (OewsReader.Reader, "bls-oews/state_NJ_M2019_sample.csv", null),
        (OewsReader.Reader, "bls-oews/state-published/oews-washington.csv", null),
        (OewsAreasReader.Reader, "bls-oews/oflc_Geography.csv", null),
        (ProjectionsReader.Reader, "bls-ep-2024-34/occupation.xlsx", null),
        (EducationReader.Reader, "bls-ep-2024-34/education.xlsx", null),
        (SocReader.Reader, "crosswalks/soc_2018_definitions.xlsx", null),
        (SocChangesReader.Reader, "crosswalks/soc_2010_to_2018_crosswalk.xlsx", null),
        (OnetSocReader.Reader, "crosswalks/nem-onet-to-soc-crosswalk.xlsx", null),
        (NaicsReader.Reader, "naics/2-6 digit_2022_Codes.xlsx", null),
        (CountyIndustryReader.Reader, "county-industry/industries_state47_naics4_all.tsv", "2018"),
        (CountyIndustryReader.Reader, "county-industry/industries_state50_naics4_all.tsv", "2018"),
    ];

    private readonly Lazy<Task<TestDb>> _db;
    private readonly Dictionary<string, ReleaseReport> _reports = [];

    public RealMarket() => _db = new(LoadAsync);

    /// <summary>A connection to the database; skips the test where the releases are absent.</summary>
    public async Task<Db> OpenAsync()
    {
        SharedData.Path("");
        return (await _db.Value).Open();
    }

    /// <summary>The report of the import of a file.</summary>
    public ReleaseReport Report(string file) => _reports[file];

    /// <summary>Loads a file of the folder of real releases, or one that a test wrote.</summary>
    public static async Task<ReleaseReport> LoadAsync(Db db, ReleaseReader reader, string path, params (string Name, string Value)[] options)
    {
        using var source = ReleaseSource.Open(path);
        var values = options.ToDictionary(o => o.Name, o => o.Value);
        return await ReleaseImport.LoadAsync(db, reader, source, new() { Values = values }, TestModel.Change, TestContext.Current.CancellationToken);
    }

    private async Task<TestDb> LoadAsync()
    {
        var test = await TestDb.SqliteAsync();
        await using var db = test.Open();
        await ShippedAreas.LoadAsync(db, TimeProvider.System);
        foreach (var (reader, file, year) in Files)
            _reports.Add(file, await LoadAsync(db, reader, SharedData.Path(file), year is null ? [] : [("year", year)]));
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        if (_db.IsValueCreated)
            await (await _db.Value).DisposeAsync();
    }
}
