using System.Text.Json;
using Trellis.Core.Competencies.Employers;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;

namespace Trellis.Interop.Employers;

/// <summary>An employer analysis as a table for spreadsheets: of each statement the figures of the three measures, the consensus, and what each employer said.</summary>
public static class EmployerTable
{
    private static readonly EmployerMeasure[] Measures = Enum.GetValues<EmployerMeasure>();

    public static OutgoingTable Of(EmployerSheet sheet, Consensus consensus, string language)
    {
        var (opinions, items) = (sheet.Analysis.Opinions.ToDictionary(o => o.Statement), consensus.Items.ToDictionary(i => i.Statement));
        return new("Employer analysis",
            [
                "id", "notation", "block", "statement", "criticality", "critical", "consensus", "consensus level", "consensus importance",
                .. Measures.SelectMany(m => new[] { "raters", "mean", "median", "spread", "share" }.Select(f => $"{Word(m)} {f}")),
                .. sheet.Analysis.Employers.SelectMany(e => Measures.Select(m => $"{e.Name}: {Word(m)}")),
            ],
            [.. sheet.Blocks.SelectMany(b => b.Rows.Select(r => (IReadOnlyList<OutgoingCell>)
            [
                r.Id.ToString(), r.Notation, b.Title is { } title ? PlainText.Of(title.In(language)) : null, PlainText.Of(r.Text.In(language)),
                .. Figures(opinions[r.Id], items[r.Id]), .. sheet.Analysis.Employers.SelectMany(e => Measures.Select(m => (OutgoingCell)(double?)sheet.Analysis.Rating(r.Id, e.Number)[m])),
            ]))]);
    }

    private static IEnumerable<OutgoingCell> Figures(StatementOpinion opinion, ConsensusItem item) =>
    [
        opinion.Criticality, opinion.Criticality is null ? (string?)null : opinion.IsCritical ? "yes" : "no", Word(item.State), (double?)item.Level, (double?)item.Importance,
        .. Measures.SelectMany(m => Figures(opinion[m])),
    ];

    private static IEnumerable<OutgoingCell> Figures(MeasureSummary? summary) =>
        [(double)(summary?.Raters ?? 0), summary?.Mean, summary?.Median, summary?.Spread, summary?.Share];

    private static string Word(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());
}
