using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Documents;

/// <summary>The links of a framework as a table at the end of its document.</summary>
internal static class DocumentLinks
{
    /// <summary>More rows than this nobody reads on paper; the spreadsheet has them all.</summary>
    private const int MostRows = 2000;

    public static IEnumerable<Alignment> Shown(OutgoingModel model) => model.Alignments.Take(MostRows);

    public static void Write(WordBody body, OutgoingModel model, DocumentPlan plan)
    {
        var words = body.Words;
        body.Heading(1, new(words["Links to other frameworks and occupations"]));
        if (model.Alignments.Count > MostRows)
            body.Add(null, words["This framework has {0} links. The first {1} stand here; the spreadsheet of the framework has all.", model.Alignments.Count, MostRows]);
        var table = new WordTable(words["Links of the statements"], [words["Statement"], words["Link"], words["Linked to"]], [40, 20, 40]);
        body.Table(table, Shown(model).Select(a => (IReadOnlyList<WordRun>)[End(a.Origin, plan), new(Kind(a.Type, words)), End(a.Destination, plan)]));
    }

    private static WordRun End(NodeRef end, DocumentPlan plan) => plan.Names.GetValueOrDefault(end.Id) ?? new(end switch
    {
        { Title: { Length: > 0 } title, Scheme: not null } => $"{end.Id} {PlainText.Of(title)}",
        { Title: { Length: > 0 } title } => PlainText.Of(title),
        _ => end.Uri ?? end.Id,
    });

    private static string Kind(string type, DocumentWords words) => type switch
    {
        "isChildOf" => words["Also stands under"],
        "isPartOf" => words["Is part of"],
        "isPeerOf" => words["Stands beside"],
        "exactMatchOf" => words["Means the same as"],
        "isRelatedTo" => words["Is related to"],
        "precedes" => words["Comes before"],
        "replacedBy" => words["Was replaced by"],
        "exemplar" => words["Has as an example"],
        "hasSkillLevel" => words["Has the skill level"],
        "isTranslationOf" => words["Is a translation of"],
        _ => type.StartsWith("ext:", StringComparison.Ordinal) ? type[4..] : type,
    };
}
