using System.Text.Json;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;

namespace Trellis.Interop;

/// <summary>An occupation that a text may mean, as scripts and programs read it.</summary>
/// <param name="Kind">What of it was found: code, title, alternateTitle, reportedTitle, abbreviation, software, tool or task.</param>
/// <param name="Reason">The text that was found.</param>
/// <param name="Texts">How many of its texts fit.</param>
public sealed record FoundLine(string OnetSoc, string Soc, string Title, string Kind, string Reason, int Texts)
{
    public static FoundLine Of(OccupationHit hit) => new(hit.Code, hit.Code[..7], hit.Title, JsonNamingPolicy.CamelCase.ConvertName(hit.Kind.ToString()), hit.Found, hit.Texts);
}

/// <summary>A coded title, as scripts and programs read it.</summary>
public sealed record CodedLine(string Title, bool SeveralFit, IReadOnlyList<CandidateLine> Candidates)
{
    public static CodedLine Of(CodedTitle coded) => new(coded.Title, coded.SeveralFit, [.. coded.Candidates.Select(CandidateLine.Of)]);
}

/// <summary>A candidate of a coded title.</summary>
/// <param name="Confidence">How probable it is that the SOC code is right, with three decimals.</param>
/// <param name="Reason">Why, in English; <paramref name="ReasonKind"/> is the same for programs.</param>
public sealed record CandidateLine(
    string OnetSoc, string Soc, string Title, double Confidence, string Reason, string ReasonKind, IReadOnlyList<string> AlsoOnetSoc)
{
    private const int Decimals = 3;

    public static CandidateLine Of(TitleCandidate c) =>
        new(c.OnetSoc, c.Soc, c.Title, Math.Round(c.Confidence, Decimals), Sentence(c.Reason), JsonNamingPolicy.CamelCase.ConvertName(c.Reason.Kind.ToString()), c.AlsoOnetSoc);

    private static string Sentence(CodingReason reason) => reason.Kind switch
    {
        CodingReasonKind.SameTitle => "same title: " + reason.Text,
        CodingReasonKind.NearTitle => "near title: " + reason.Text,
        CodingReasonKind.Duties => "duties like its tasks",
        _ => "words like those of its titles",
    };
}
