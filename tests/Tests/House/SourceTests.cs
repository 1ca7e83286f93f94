using System.Text.RegularExpressions;
using Trellis.Core.Codes;
using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.House;

/// <summary>Size and names of what is written by hand, and what is said about it.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 400;

    /// <summary>A method should fit a screen, 40 lines; from this length on it fails.</summary>
    private const int MostMethodLines = 60;

    private const int WantedMethodLines = 40;

    private static readonly string[] BannedEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Base", "Processor", "Wrapper", "Service"];

    [Fact]
    public void Files_WrittenByHand_AreShort()
    {
        var files = Repository.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)
            || f.EndsWith(".css", StringComparison.Ordinal) || f.EndsWith(".js", StringComparison.Ordinal) || f.EndsWith(".sql", StringComparison.Ordinal)).ToList();

        Assert.True(files.Count > 60);
        Assert.DoesNotContain(files.Select(f => (File: f, Lines: Repository.Lines(f).Length)), f => f.Lines > MostLines);
    }

    /// <summary>A transaction that did not wait for its turn would ask again and again whether SQLite's one writer is free.</summary>
    [Fact]
    public void Transactions_BeginWhereWritersTakeTurns() =>
        Assert.Equal(
            ["src/Core/Storage/Migrator.cs", "src/Core/Storage/WriteTransaction.cs"],
            Repository.In("src", ".cs", ".razor").Where(f => Repository.Read(f).Contains("BeginTransaction", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Methods_OfAllAssemblies_FitAScreenOrNearly()
    {
        var methods = Assemblies.SelectMany(a => MethodLengths.Of(a.Location)).ToList();

        Assert.True(methods.Count > 150);
        Assert.Contains(methods, m => m is { File: "src/Interop/Models/ModelCheck.cs", Lines: > 10 });
        foreach (var method in methods.Where(m => m.Lines > WantedMethodLines))
            TestContext.Current.TestOutputHelper?.WriteLine($"{method.File}: {method.Name} has {method.Lines} lines; {WantedMethodLines} are wanted.");
        Assert.DoesNotContain(methods, m => m.Lines > MostMethodLines);
    }

    [Fact]
    public void Names_OfTypesAndFiles_SayWhatTheThingIs()
    {
        var types = Assemblies.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Trellis.", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal)).ToList();
        var files = Repository.In("src", ".cs", ".razor").Concat(Repository.In("tests", ".cs")).Select(f => Path.GetFileNameWithoutExtension(f)).ToList();

        Assert.True(types.Count > 60 && files.Count > 60);
        Assert.Empty(types.Where(t => IsBanned(t.Name.Split('`')[0]) && !IsHosted(t)).Select(t => t.FullName));
        Assert.DoesNotContain(files, f => f is "Extensions" || (IsBanned(f) && !types.Exists(t => t.Name == f && IsHosted(t))));
        Assert.True(IsBanned("ModelManager") && !IsBanned("Database"));
    }

    [Fact]
    public void PublicTypes_OfCore_SayWhatTheyAreInTheWorld()
    {
        var declarations = Repository.In("src/Core", ".cs").SelectMany(f => Declarations(f)).ToList();

        Assert.True(declarations.Count > 40);
        Assert.Empty(declarations.Where(d => !d.Described).Select(d => d.Name));
        Assert.Equal([("a", true), ("b", false)], Declared(["/// <summary>A.</summary>", "[Flags]", "public enum a { }", "", "public class b { }"]));
    }

    private static System.Reflection.Assembly[] Assemblies { get; } =
        [typeof(Problem).Assembly, typeof(ImportReport).Assembly, typeof(Program).Assembly, System.Reflection.Assembly.Load("trellis")];

    private static bool IsBanned(string name) => Array.Exists(BannedEndings, e => name.EndsWith(e, StringComparison.Ordinal));

    private static bool IsHosted(Type type) => typeof(Microsoft.Extensions.Hosting.IHostedService).IsAssignableFrom(type);

    private static IEnumerable<(string Name, bool Described)> Declarations(string file) =>
        Declared(Repository.Lines(file)).Select(d => ($"{file}: {d.Name}", d.Described));

    private static IEnumerable<(string Name, bool Described)> Declared(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Declaration().Match(lines[i]) is not { Success: true } match)
                continue;
            var above = i - 1;
            while (above >= 0 && lines[above].StartsWith('['))
                above--;
            yield return (match.Groups["name"].Value, above >= 0 && lines[above].StartsWith("/// ", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"^public (\w+ )*(class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
