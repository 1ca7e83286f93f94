using System.Globalization;
using System.Net;
using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Interop.Case;

/// <summary>A framework that a server offers: its document in short.</summary>
public sealed record CaseOffer(Guid Id, string Title, string? Publisher, string? Version, DateTimeOffset? ChangedAt);

/// <summary>Another server that provides frameworks by CASE 1.1 or 1.0.</summary>
public sealed class CaseServer
{
    private const int PageSize = 100;
    private const int MostOffers = 10_000;
    private const long LargestPage = 32L * 1024 * 1024;
    private const long LargestPackage = 256L * 1024 * 1024;

    private readonly OutsideHttp _http;

    private CaseServer(OutsideHttp http, Uri root, CaseEdition edition) => (_http, Root, Edition) = (http, root, edition);

    /// <summary>Where its operations stand, with a slash at the end.</summary>
    public Uri Root { get; }

    public CaseEdition Edition { get; }

    public Uri PackageAddress(Guid id) => new(Root, $"CFPackages/{id}");

    /// <summary>Finds a server by its address or by that of its operations, the newer edition first. Throws where there is none.</summary>
    public static async Task<CaseServer> FindAsync(OutsideHttp http, string address, CancellationToken stop)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var root) || root.Scheme is not ("https" or "http"))
            throw new UnusableInputException(Problem.Rejected("no-address", address, "This is no address such as https://case.example.org."));
        OutsideAnswer? last = null;
        foreach (var (candidate, edition) in Candidates(root))
        {
            last = await http.GetAsync(new(candidate, "CFDocuments?limit=1"), LargestPage, stop);
            if (last.Status == HttpStatusCode.OK && Documents(last.Bytes) is not null)
                return new(http, candidate, edition);
        }
        throw new UnusableInputException(Problem.Rejected("no-case-server", address,
            "No list of CASE documents was found there; the last answer was {0}. Give the address of the server, such as https://case.example.org, or one that ends in /ims/case/v1p1.",
            ((int)last!.Status).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Everything that the server offers, in its order.</summary>
    public async Task<List<CaseOffer>> ListAsync(CancellationToken stop)
    {
        var offers = new Dictionary<Guid, CaseOffer>();
        for (int? total = null; offers.Count < MostOffers && (total is null || offers.Count < total);)
        {
            var page = new Uri(Root, string.Create(CultureInfo.InvariantCulture, $"CFDocuments?limit={PageSize}&offset={offers.Count}"));
            var answer = await _http.GetAsync(page, LargestPage, stop);
            if (answer.Status == HttpStatusCode.NotFound && offers.Count > 0)
                break;
            if (answer.Status != HttpStatusCode.OK || Documents(answer.Bytes) is not { } documents)
                throw Unusable(page, answer);
            var before = offers.Count;
            foreach (var offer in documents)
                offers.TryAdd(offer.Id, offer);
            // A server that knows no paging sends the same again.
            if (offers.Count == before)
                break;
            total = answer.Total;
        }
        return [.. offers.Values];
    }

    /// <summary>The package of a framework as the server sends it.</summary>
    public async Task<ImportSource> PackageAsync(Guid id, CancellationToken stop)
    {
        var address = PackageAddress(id);
        var answer = await _http.GetAsync(address, LargestPackage, stop);
        return answer.Status == HttpStatusCode.OK ? new(address.ToString(), answer.Bytes) : throw Unusable(address, answer);
    }

    private static IEnumerable<(Uri Root, CaseEdition Edition)> Candidates(Uri address)
    {
        var text = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        foreach (var edition in CaseEdition.All.Where(e => text.EndsWith(e.Path, StringComparison.Ordinal)))
            return [(new(text + "/"), edition)];
        return CaseEdition.All.Select(e => (new Uri(text + e.Path + "/"), e));
    }

    private static UnusableInputException Unusable(Uri address, OutsideAnswer answer) => new(Problem.Rejected("bad-answer", address.ToString(),
        "The server answered {0}, and not with what CASE describes.", ((int)answer.Status).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The documents of a page; null where the answer is no such page.</summary>
    private static List<CaseOffer>? Documents(ReadOnlyMemory<byte> page)
    {
        try
        {
            using var json = JsonDocument.Parse(page);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("CFDocuments", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(d => d.ValueKind == JsonValueKind.Object).Select(Offer).OfType<CaseOffer>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CaseOffer? Offer(JsonElement document) => JsonFields.Text(document, "identifier") is { } text && SourceId.Uuid(text) is { } id
        ? new(
            id, JsonFields.Text(document, "title") ?? text, JsonFields.Text(document, "publisher") ?? JsonFields.Text(document, "creator"),
            JsonFields.Text(document, "version"),
            JsonFields.Text(document, "lastChangeDateTime") is { } at ? SourceDate.Read(at)?.At : null)
        : null;
}
