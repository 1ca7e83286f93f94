using System.IO.Compression;
using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Case;
using Trellis.Tests.Support;
using Trellis.Web.Api;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Packages put together from pieces of an earlier version are those that are written anew; each engine compares rows in its own way.</summary>
public abstract class CasePiecesSuite(Func<Task<TestDb>> open)
{
    private static readonly CaseTarget Target = new(CaseEdition.V1p1, new("https://models.example"));

    private static readonly Gen<EditedFramework.Edit[]> Edits =
        Gen.Select(Gen.Enum<EditedFramework.Kind>(), Gen.Int[0, 100_000], Gen.Int[0, 100_000]).Select(e => new EditedFramework.Edit(e.Item1, e.Item2, e.Item3)).Array[10];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_OfEachVersionOfAnEditedFramework_IsTheOneWrittenAnew()
    {
        await using var test = await open();
        await using var db = test.Open();
        var (pieces, taken) = (0, 0);

        await Edits.SampleAsync(
            async edits =>
            {
                var framework = new EditedFramework(Guid.NewGuid(), edits[0].Where % 2 == 0 ? "case1.1" : "test");
                var former = await WriteAsync(test, db, await framework.LoadAsync(db), null);
                foreach (var edit in edits)
                {
                    framework.Apply(edit);
                    var model = await framework.LoadAsync(db);
                    var (whole, anew) = (await WriteAsync(test, db, model, former), await WriteAsync(test, db, model, null));
                    Assert.Equal(anew.Plain, whole.Plain);
                    Assert.Equal(anew.Packed, whole.Packed);
                    Assert.Equal(anew.Index, whole.Index);
                    Assert.Equal(anew.Runs, whole.Runs);
                    Assert.Equal(anew.Plain, Unpacked(whole.Packed));
                    (pieces, taken, former) = (pieces + whole.Runs.Count, taken + whole.Taken, whole);
                }
            },
            iter: 3, threads: 1);

        Assert.InRange(taken, pieces / 10, pieces - 1);
    }

    [Fact]
    public async Task Package_AfterOneWordChanged_TakesOverAllButThePiecesThatHoldIt()
    {
        await using var test = await open();
        await using var db = test.Open();
        var framework = new EditedFramework(new("6f1c2f5e-3f0c-4c55-9a55-0b6f0f5f3a11"), "test");
        var former = await WriteAsync(test, db, await framework.LoadAsync(db), null);
        framework.Apply(new(EditedFramework.Kind.Reword, EditedFramework.Statements - 1, 0));

        var whole = await WriteAsync(test, db, await framework.LoadAsync(db), former);

        // Head, tail, the statement and its place; links that name it without a title are a few more.
        Assert.InRange(whole.Runs.Count - whole.Taken, 4, 8);
        Assert.True(whole.Runs.Count > 12);
    }

    private static async Task<Written> WriteAsync(TestDb test, Db db, Model model, Written? former)
    {
        var folder = Directory.CreateTempSubdirectory("trellis-pieces-").FullName;
        try
        {
            await using var sink = new PackageStream(coding => Path.Combine(folder, coding.ToString()));
            var taken = 0;
            using var plain = Opened(folder, former?.Plain);
            using var packed = Opened(folder, former?.Packed);
            var before = former is null ? null : new CaseFormer(former.Version, CaseIndex.Read(former.Index), former.Runs, run =>
            {
                taken++;
                return sink.Copy(plain, packed, run);
            }, test.Open);
            var contents = await CasePackageWriter.WriteAsync(db, model, Target, sink, new(sink.Cut, before), Stop);
            sink.Complete();
            sink.Finish();
            return new(
                model.Version, await File.ReadAllBytesAsync(Path.Combine(folder, "Identity"), Stop), await File.ReadAllBytesAsync(Path.Combine(folder, "Gzip"), Stop),
                contents.Index.ToBytes(), CaseRun.Read(CaseRun.ToBytes(contents.Runs)), taken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Opened(string folder, byte[]? bytes)
    {
        var path = Path.Combine(folder, Guid.NewGuid().ToString());
        File.WriteAllBytes(path, bytes ?? []);
        return File.OpenHandle(path);
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
            gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private sealed record Written(FrameworkVersion Version, byte[] Plain, byte[] Packed, byte[] Index, IReadOnlyList<CaseRun> Runs, int Taken);
}

public sealed class CasePiecesOnSqlite() : CasePiecesSuite(TestDb.SqliteAsync);

public sealed class CasePiecesOnPostgres() : CasePiecesSuite(TestDb.PostgresAsync);
