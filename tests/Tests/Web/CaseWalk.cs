using System.Net;
using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Interop;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>
/// Goes through everything that a provider of CASE offers, as a consumer would who trusts nothing: every answer is validated against
/// the official files, and everything that an answer names is asked for in turn.
/// </summary>
public sealed class CaseWalk(HttpClient http, string path)
{
    /// <summary>Of a large framework so many items, associations and sets are asked for one by one, spread over it.</summary>
    private const int MostOfEach = 25;

    private readonly CaseSchema _schema = path.EndsWith("v1p1", StringComparison.Ordinal) ? CaseSchema.Api1p1 : CaseSchema.Api1p0;
    private readonly Dictionary<string, int> _counts = [];

    public IReadOnlyDictionary<string, int> Counts => _counts;

    private bool IsNew => _schema == CaseSchema.Api1p1;

    public async Task GoAsync(CancellationToken stop)
    {
        var documents = new List<JsonElement>();
        for (var total = 1; documents.Count < total;)
        {
            using var response = await http.GetAsync($"{path}/CFDocuments?limit=7&offset={documents.Count}", stop);
            total = int.Parse(response.Headers.GetValues("X-Total-Count").Single(), null);
            var page = await ReadAsync(response, "CFDocumentSet", stop);
            documents.AddRange(page.GetProperty("CFDocuments").EnumerateArray());
        }
        foreach (var document in documents)
            await GoAsync(document, stop);
    }

    private async Task GoAsync(JsonElement listed, CancellationToken stop)
    {
        var id = listed.GetProperty("identifier").GetString()!;
        var document = await GetAsync($"CFDocuments/{id}", "CFDocument", stop);
        Assert.Equal(listed.GetRawText(), document.GetRawText());
        var package = await GetAsync($"CFPackages/{id}", "CFPackage", stop);
        if (IsNew)
            NoFaults(CaseSchema.Package1p1.Faults(package, null), id);
        var items = Members(package, "CFItems");
        var associations = Members(package, "CFAssociations");
        CheckTree(id, items, associations);
        foreach (var item in Spread(items))
        {
            await SameAsync(item, "CFItems", "CFItem", stop);
            var set = await GetAsync($"CFItemAssociations/{item.GetProperty("identifier").GetString()}", "CFAssociationSet", stop);
            CheckSet(item, associations, set);
        }
        foreach (var association in Spread(associations))
            await SameAsync(association, "CFAssociations", "CFAssociation", stop);
        foreach (var rubric in Members(package, "CFRubrics"))
            await SameAsync(rubric, "CFRubrics", "CFRubric", stop);
        if (package.TryGetProperty("CFDefinitions", out var definitions))
            await GoThroughAsync(definitions, stop);
    }

    private async Task GoThroughAsync(JsonElement definitions, CancellationToken stop)
    {
        foreach (var license in Members(definitions, "CFLicenses"))
            await SameAsync(license, "CFLicenses", "CFLicense", stop);
        foreach (var grouping in Members(definitions, "CFAssociationGroupings"))
            await SameAsync(grouping, "CFAssociationGroupings", "CFAssociationGrouping", stop);
        foreach (var (list, type) in new[] { ("CFConcepts", "CFConceptSet"), ("CFSubjects", "CFSubjectSet"), ("CFItemTypes", "CFItemTypeSet") })
        {
            foreach (var one in Members(definitions, list))
            {
                var id = one.GetProperty("identifier").GetString();
                var set = await GetAsync($"{list}/{id}", type, stop);
                Assert.Equal(id, set.GetProperty(list)[0].GetProperty("identifier").GetString());
            }
        }
    }

    /// <summary>An object alone says what it says in its package, and of which document it is.</summary>
    private async Task SameAsync(JsonElement packaged, string collection, string type, CancellationToken stop)
    {
        var alone = await GetAsync($"{collection}/{packaged.GetProperty("identifier").GetString()}", type, stop);
        Assert.Equal(packaged.GetProperty("identifier").GetString(), alone.GetProperty("identifier").GetString());
        Assert.Equal(type is "CFItem" or "CFAssociation", alone.TryGetProperty("CFDocumentURI", out _));
    }

    /// <summary>Every item has a parent, and the chain of first parents of each leads to the document.</summary>
    private static void CheckTree(string document, List<JsonElement> items, List<JsonElement> associations)
    {
        var ids = items.Select(i => i.GetProperty("identifier").GetString()!).ToHashSet();
        Assert.Equal(items.Count, ids.Count);
        var parents = associations.Where(a => a.GetProperty("associationType").GetString() == "isChildOf")
            .GroupBy(a => End(a, "originNodeURI")).ToDictionary(g => g.Key, g => End(g.First(), "destinationNodeURI"));
        foreach (var id in ids)
        {
            var at = id;
            for (var steps = 0; at != document; steps++)
            {
                Assert.True(steps < 100 && parents.ContainsKey(at), $"{id} does not hang on its document {document}.");
                at = parents[at];
            }
        }
    }

    private static void CheckSet(JsonElement item, List<JsonElement> associations, JsonElement set)
    {
        var id = item.GetProperty("identifier").GetString()!;
        var own = associations.Where(a => End(a, "originNodeURI") == id || End(a, "destinationNodeURI") == id).Select(a => a.GetProperty("identifier").GetString()).ToHashSet();
        var told = Members(set, "CFAssociations").Select(a => a.GetProperty("identifier").GetString()).ToList();
        Assert.True(!own.Except(told).Any(), $"CFItemAssociations/{id} lacks {string.Join(", ", own.Except(told))}");
        Assert.All(Members(set, "CFAssociations"), a => Assert.True(End(a, "originNodeURI") == id || End(a, "destinationNodeURI") == id));
    }

    private async Task<JsonElement> GetAsync(string resource, string type, CancellationToken stop)
    {
        using var response = await http.GetAsync($"{path}/{resource}", stop);
        return await ReadAsync(response, type, stop);
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, string type, CancellationToken stop)
    {
        var where = response.RequestMessage!.RequestUri!.PathAndQuery;
        var text = await response.Content.ReadAsStringAsync(stop);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{where} answered {(int)response.StatusCode}: {text}");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(response.Headers.ETag);
        var json = JsonDocument.Parse(text).RootElement;
        NoFaults(_schema.Faults(json, IsNew ? type + "DType" : type + ".Type"), where);
        _counts[type] = _counts.GetValueOrDefault(type) + 1;
        return json;
    }

    private static void NoFaults(List<string> faults, string where) => Assert.True(faults.Count == 0, $"{where}:\n{string.Join('\n', faults)}");

    private static List<JsonElement> Members(JsonElement owner, string list) =>
        owner.TryGetProperty(list, out var members) ? [.. members.EnumerateArray()] : [];

    private static string End(JsonElement association, string end) => association.GetProperty(end).GetProperty("identifier").GetString()!;

    private static IEnumerable<JsonElement> Spread(List<JsonElement> all) =>
        all.Where((_, i) => i % Math.Max(1, all.Count / MostOfEach) == 0 || i == all.Count - 1);
}
