using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Trellis.Web.Api;

/// <summary>A page of a list: where it begins, how long it may be, and how long the list is.</summary>
public readonly record struct Paging(int Offset, int Limit, int Total)
{
    public const string CountHeader = "X-Total-Count";

    /// <summary>The links to the first, previous, next and last page of the list at an address, for the Link header (RFC 8288).</summary>
    private string Links(string address, IQueryCollection query)
    {
        var (offset, limit, total) = this;
        var last = total == 0 ? 0 : (total - 1) / limit * limit;
        var links = new List<string> { Link(0, "first") };
        if (offset > 0)
            links.Add(Link(Math.Max(0, Math.Min(offset, last + limit) - limit), "prev"));
        if (offset + (long)limit < total)
            links.Add(Link(offset + limit, "next"));
        links.Add(Link(last, "last"));
        return string.Join(", ", links);

        string Link(int at, string relation)
        {
            var others = query.Where(q => q.Key is not ("limit" or "offset")).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
            var page = QueryHelpers.AddQueryString(address, others.Append(new("limit", Text(limit))).Append(new("offset", Text(at))));
            return $"<{page}>; rel=\"{relation}\"";
        }
    }

    /// <summary>What the headers of a page say: the length of the list, and the links.</summary>
    public (string Count, string Links) Headers(string address, IQueryCollection query) => (Text(Total), Links(address, query));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
