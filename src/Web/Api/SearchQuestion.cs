using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;

namespace Trellis.Web.Api;

/// <summary>What a caller of /api/v1/search looks for.</summary>
public sealed partial record SearchQuestion
{
    private const int MostLetters = 200;

    [Description("Words, \"phrases\", -words to leave out, or a number such as 2.1.3; at most 200 characters")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [Description("A NAICS sector, 62 or 31-33")]
    [FromQuery(Name = "industry")]
    public string? Industry { get; init; }

    [Description("A tier, 1 to 9")]
    [FromQuery(Name = "tier")]
    public string? Tier { get; init; }

    [Description("A kind of statement: keyBehavior, item, block …")]
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [Description("The slug of the only framework to search")]
    [FromQuery(Name = "framework")]
    public string? Framework { get; init; }

    internal (string Name, string Sentence)? Fault =>
        string.IsNullOrWhiteSpace(Q) || Q.Length > MostLetters ? ("q", FormattableString.Invariant($"Expected: words to look for, at most {MostLetters} characters."))
        : Industry is not null && !Sector().IsMatch(Industry) ? ("industry", "Expected: a NAICS sector such as 62 or 31-33.")
        : Tier is not null && ApiAnswer.Number(Tier) is null or 0 or > 9 ? ("tier", "Expected: 1 to 9.")
        : Kind is not null && FrameworksRequest.Read<StatementKind>(Kind) is null ? ("kind", FrameworkStatementsRequest.KindSentence)
        : null;

    internal SearchRequest Request => new()
    {
        Text = Q!,
        Filter = new() { Industry = Industry, Tier = ApiAnswer.Number(Tier), Kind = FrameworksRequest.Read<StatementKind>(Kind), Framework = Framework },
    };

    [GeneratedRegex(@"^\d\d(-\d\d)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sector();
}
