using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>For each operation of the API an address, and a body where it takes one, that answer on a server with nothing but what ships.</summary>
public static class ApiExamples
{
    private static readonly Lazy<Dictionary<string, ApiExample>> All = new(() => ShippedData.Rows("api-examples.csv")
        .Select(cell => (Operation: cell("operation"), Example: new ApiExample(cell("address"), cell("body")))).ToDictionary(e => e.Operation, e => e.Example, StringComparer.Ordinal));

    public static IReadOnlyDictionary<string, ApiExample> ByOperation => All.Value;

    public static ApiExample? Of(string? operation) => operation is null ? null : All.Value.GetValueOrDefault(operation);
}

/// <summary>A question to the API; the body is empty where something is only read.</summary>
public sealed record ApiExample(string Address, string Body);
