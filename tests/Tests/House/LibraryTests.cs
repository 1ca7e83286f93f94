using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.House;

/// <summary>The libraries that Trellis stands on: exact, accounted for, and free for every user.</summary>
public sealed partial class LibraryTests
{
    /// <summary>SPDX names of licenses that ask nothing of who runs or changes Trellis but to keep a notice.</summary>
    private static readonly string[] Free = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "0BSD", "ISC", "Unlicense", "MS-PL"];

    [Fact]
    public void Packages_OfTheCentralList_HaveAnExactVersionAndAReason()
    {
        var list = XDocument.Load(Repository.FullPath("Directory.Packages.props"));
        var packages = list.Descendants().Where(e => e.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .Select(e => (Name: e.Attribute("Include")!.Value, Version: e.Attribute("Version")!.Value)).ToList();
        var reasons = Repository.Lines("docs/decisions/0001-libraries.md").Where(l => l.StartsWith("| ", StringComparison.Ordinal)).ToList();

        Assert.True(packages.Count > 10);
        Assert.All(packages, p => Assert.Matches(ExactVersion(), p.Version));
        Assert.All(packages, p => Assert.True(reasons.Exists(r => Names(r).Contains(p.Name)), $"docs/decisions/0001-libraries.md has no line for {p.Name}."));
        Assert.DoesNotMatch(ExactVersion(), "10.0.*");
        Assert.DoesNotMatch(ExactVersion(), "[1.0,2.0)");
    }

    [Theory]
    [InlineData("src/Core")]
    [InlineData("src/Interop")]
    [InlineData("src/Web")]
    [InlineData("src/Cli")]
    public void Packages_OfSrc_HaveAFreeLicense(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Repository.FullPath($"{project}/obj/project.assets.json"), Utf8.Strict));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        var packages = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package").ToList();

        Assert.True(packages.Count > 5);
        Assert.All(packages, p =>
        {
            var folder = folders.Select(f => Path.Combine(f, p.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
            Assert.True(IsFree(folder), $"{p.Name} has a license that is not on the list.");
        });
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MIT OR GPL-3.0-only", true)]
    [InlineData("Apache-2.0 AND MIT", true)]
    [InlineData("Apache-2.0 AND GPL-3.0-only", false)]
    [InlineData("GPL-3.0-or-later", false)]
    [InlineData("AGPL-3.0-only", false)]
    public void IsFreeExpression_OfALicense_KnowsCopyleft(string expression, bool free) => Assert.Equal(free, IsFreeExpression(expression));

    [Fact]
    public void Lockfile_OfTheStyles_NamesNoHost()
    {
        var text = Repository.Read("src/Web/package-lock.json");

        Assert.Contains("\"integrity\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("resolved", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
    }

    private static bool IsFree(string package)
    {
        var license = XDocument.Load(Directory.EnumerateFiles(package, "*.nuspec").Single()).Descendants().FirstOrDefault(e => e.Name.LocalName == "license");
        return license?.Attribute("type")?.Value switch
        {
            "expression" => IsFreeExpression(license.Value),
            "file" => IsFreeText(File.ReadAllText(Path.Combine(package, license.Value))),
            _ => false,
        };
    }

    private static bool IsFreeExpression(string expression) =>
        expression.Split(" OR ").Any(choice => choice.Split(" AND ").All(part => Free.Contains(part.Trim('(', ')', ' '))));

    private static bool IsFreeText(string text)
    {
        var words = Spaces().Replace(text, " ");
        return !words.Contains("GNU GENERAL PUBLIC", StringComparison.OrdinalIgnoreCase)
            && (words.Contains("Apache License Version 2.0", StringComparison.Ordinal)
                || words.Contains("Permission is hereby granted, free of charge, to any person", StringComparison.Ordinal));
    }

    /// <summary>The packages that a line of the table names in its first column.</summary>
    private static string[] Names(string row) => row.Split('|')[1].Split(',', StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[\w.]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
