using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>A program in the words of schema.org, for search engines. A block of data: browsers do not run it.</summary>
public static class ProgramJsonLd
{
    private const int CentsPerDollar = 100;

    /// <summary>Markup in the values is escaped, so that no text of a list ends the block.</summary>
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static string Write(ProgramProfile profile, string address)
    {
        var program = profile.Program;
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "EducationalOccupationalProgram",
            ["url"] = address,
            ["identifier"] = program.Id,
            ["name"] = program.Name,
            ["description"] = program.Description,
            ["provider"] = Provider(profile.Provider),
            ["programPrerequisites"] = program.Prerequisites,
            ["educationalCredentialAwarded"] = program.Credential,
            ["timeToComplete"] = program.WeeksMost is { } weeks && weeks == program.WeeksLeast ? FormattableString.Invariant($"P{weeks:0}W") : null,
            ["educationalProgramMode"] = Mode(program.Format),
            ["offers"] = program.Of(ProgramFigure.TotalCost) is { State: FigureState.Value, Value: { } cents } ? Offer(cents) : null,
        };
        foreach (var name in data.Where(p => p.Value is null).Select(p => p.Key).ToList())
            data.Remove(name);
        return data.ToJsonString(Options);
    }

    private static JsonObject Provider(Provider provider) => new()
    {
        ["@type"] = "EducationalOrganization",
        ["name"] = provider.Name.Length > 0 ? provider.Name : provider.Id,
        ["address"] = new JsonObject
        {
            ["@type"] = "PostalAddress",
            ["streetAddress"] = provider.Street ?? "",
            ["addressLocality"] = provider.City ?? "",
            ["addressRegion"] = provider.State ?? "",
            ["postalCode"] = provider.Zip ?? "",
            ["addressCountry"] = "US",
        },
    };

    private static JsonObject Offer(double cents) => new()
    {
        ["@type"] = "Offer",
        ["category"] = "Total cost",
        ["price"] = (cents / CentsPerDollar).ToString("0.00", CultureInfo.InvariantCulture),
        ["priceCurrency"] = "USD",
    };

    private static string? Mode(ProgramFormat format) => format switch
    {
        ProgramFormat.InPerson => "in-person",
        ProgramFormat.Online => "online",
        ProgramFormat.Hybrid => "blended",
        _ => null,
    };
}
