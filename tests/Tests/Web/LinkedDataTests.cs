using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.LaborMarket;
using Trellis.Core.Occupations.Profile;
using Trellis.Tests.LaborMarket;
using Trellis.Tests.Support;
using Trellis.Tests.Training;
using Trellis.Web;
using Trellis.Web.Pages.Occupations;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>What public pages tell search engines, in the words of schema.org.</summary>
public sealed class LinkedDataTests(TestApp app, StarterApp starter)
{
    [Fact]
    public async Task ModelPage_IsASetOfTerms()
    {
        var data = Data(await app.PageAsync("/models/building-blocks"), "DefinedTermSet", "name", "description", "identifier", "url", "publisher", "version", "inLanguage");

        Assert.Equal($"{app.Address}models/building-blocks", Text(data, "url"));
        Assert.StartsWith("ce-", Text(data, "identifier"), StringComparison.Ordinal);
        Assert.Equal("Organization", Text(data.GetProperty("publisher"), "@type"));
    }

    [Fact]
    public async Task StatementPage_IsATermOfItsSet_InTheLanguageOfThePage()
    {
        await using var db = app.OpenDb();
        var model = (await ModelCatalog.FindAsync(db, "building-blocks"))!;
        var statement = await db.Statements.FirstAsync(s => s.VersionKey == model.Version.Key && s.Kind == StatementKind.Block, TestContext.Current.CancellationToken);

        var english = Data(await app.PageAsync($"/models/building-blocks/statements/{statement.Id}"), "DefinedTerm", "name", "description", "identifier", "url", "inDefinedTermSet");
        var spanish = Data(await app.PageAsync($"/models/building-blocks/statements/{statement.Id}", "es"), "DefinedTerm", "name", "description");

        Assert.Equal((statement.Label!.In("en"), statement.Label.In("es")), (Text(english, "name"), Text(spanish, "name")));
        Assert.Equal($"ce-{statement.Id}", Text(english, "identifier"));
        Assert.Equal(("DefinedTermSet", $"{app.Address}models/building-blocks"), (Text(english.GetProperty("inDefinedTermSet"), "@type"), Text(english.GetProperty("inDefinedTermSet"), "url")));
    }

    [Fact]
    public async Task Statement_WithMarkupInItsText_EndsNoBlock()
    {
        await using var db = app.OpenDb();
        var content = TestModel.Of($"Markup {Guid.NewGuid()}", "</script><script>alert(1)</script> & <!-- <script>");
        await new FrameworkEditor(db).LoadAsync(content, TestModel.Change, TestContext.Current.CancellationToken);

        var page = await app.PageAsync($"/models/{content.Framework.Slug}/statements/{content.Statements[1].Id}");

        Data(page, "DefinedTerm", "name", "identifier");
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.StartsWith("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OccupationPage_SaysCodesPayOfItsAreaAndWhatTheWorkAsks()
    {
        var data = Data(await starter.PageAsync("/occupations/31-1131.00?area=state-99"), "Occupation",
            "name", "description", "url", "occupationalCategory", "estimatedSalary", "occupationLocation", "responsibilities");

        Assert.Equal(["31-1131.00", "31-1131"], data.GetProperty("occupationalCategory").EnumerateArray().Select(c => Text(c, "codeValue")));
        Assert.All(data.GetProperty("occupationalCategory").EnumerateArray(), c => Assert.Contains("SOC", Text(c.GetProperty("inCodeSet"), "name"), StringComparison.Ordinal));
        var pay = data.GetProperty("estimatedSalary");
        Assert.Equal(("MonetaryAmountDistribution", "USD", "P1Y"), (Text(pay, "@type"), Text(pay, "currency"), Text(pay, "duration")));
        Assert.True(pay.GetProperty("percentile10").GetDouble() < pay.GetProperty("median").GetDouble());
        Assert.Equal("State", Text(data.GetProperty("occupationLocation"), "@type"));
        Assert.Equal(("Dataset", true), (Text(pay.GetProperty("subjectOf"), "@type"), Text(pay.GetProperty("subjectOf"), "temporalCoverage").Length > 0));
    }

    [Fact]
    public async Task Occupation_WhoseEntryIsKnown_SaysWhatItAsksAndWhoSaysSo()
    {
        await using var db = starter.App.OpenDb();
        var profile = (await OccupationProfile.ReadAsync(db, "47-2111.00", TestContext.Current.CancellationToken))!;
        var market = (await MarketProfile.ReadAsync(db, "47-2111.00", AreaCode.Nation, TestContext.Current.CancellationToken))!;
        var entry = new EntryEducation { ReleaseKey = 1, Code = "47-2111", Title = "Electricians", Education = "High school diploma or equivalent", Experience = "None" };
        var known = market with { Education = new(entry, [], market.Wage!.Release) };

        var before = JsonDocument.Parse(LinkedDataOccupation.Write(profile, market, "https://example.org/o")).RootElement;
        var data = JsonDocument.Parse(LinkedDataOccupation.Write(profile, known, "https://example.org/o")).RootElement;

        Assert.False(before.TryGetProperty("educationRequirements", out _));
        Assert.Equal("High school diploma or equivalent", Text(data.GetProperty("educationRequirements"), "credentialCategory"));
        Assert.Equal(("None", market.Wage.Release.Title), (Text(data, "experienceRequirements"), Text(data.GetProperty("educationRequirements").GetProperty("subjectOf"), "name")));
    }

    [Fact]
    public async Task OccupationPage_WithAFigureThatTheSourceCutsOff_LeavesItOut()
    {
        var pay = Data(await starter.PageAsync("/occupations/11-3021.00"), "Occupation", "estimatedSalary").GetProperty("estimatedSalary");

        Assert.Equal(171_200, pay.GetProperty("median").GetDouble());
        Assert.False(pay.TryGetProperty("percentile90", out _));
    }

    [Fact]
    public async Task OccupationPage_WithPayWithheldInItsArea_SaysThatOfTheNationAndWhereItIsFrom()
    {
        var data = Data(await starter.PageAsync("/occupations/47-2111.00?area=state-99"), "Occupation", "estimatedSalary", "occupationLocation");

        Assert.Equal("Country", Text(data.GetProperty("occupationLocation"), "@type"));
        Assert.True(data.GetProperty("estimatedSalary").GetProperty("median").GetDouble() > 0);
    }

    [Fact]
    public async Task ProgramPage_IsAProgramOfItsProvider()
    {
        await using var db = app.OpenDb();

        var data = Data(await app.PageAsync(await TrainingPages.AddressAsync(db, "{program}")), "EducationalOccupationalProgram", "name", "provider", "url");

        Assert.Equal("EducationalOrganization", Text(data.GetProperty("provider"), "@type"));
    }

    [Fact]
    public void WhatIsNotKnown_IsNotSaid() => Assert.Equal(
        """{"a":1,"list":[{"b":2}]}""",
        LinkedDataJson.Write(new JsonObject { ["a"] = 1, ["none"] = null, ["empty"] = new JsonArray(), ["hollow"] = new JsonObject { ["x"] = null }, ["list"] = new JsonArray(new JsonObject { ["b"] = 2, ["y"] = null }) }));

    /// <summary>The one block of data of a page, which names its type and has the fields that readers of it need, and nothing empty.</summary>
    private static JsonElement Data(IDocument page, string type, params string[] fields)
    {
        var data = JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("head script[type='application/ld+json']")).TextContent).RootElement;
        Assert.Equal(("https://schema.org", type), (Text(data, "@context"), Text(data, "@type")));
        Assert.All(fields, f => Assert.True(data.TryGetProperty(f, out _), $"{type} lacks {f}."));
        Assert.Empty(Empty(data));
        return data;
    }

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).GetString()!;

    private static IEnumerable<string> Empty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Empty(p.Value).Select(e => $"{p.Name}/{e}")),
        JsonValueKind.Array => value.GetArrayLength() == 0 ? ["[]"] : value.EnumerateArray().SelectMany(Empty),
        JsonValueKind.Null => ["null"],
        JsonValueKind.String => string.IsNullOrEmpty(value.GetString()) ? ["\"\""] : [],
        _ => [],
    };
}
