using Trellis.Core.Codes;
using Trellis.Core.Occupations.Coding;

namespace Trellis.Interop.Titles;

/// <summary>
/// Reads job titles to be coded from a CSV file: a column "title", and if wanted "duties" and "industry" (a NAICS code). A file with one column
/// needs no header.
/// </summary>
public static class TitleFile
{
    private const int MostTitles = 1_000_000;

    private static readonly string[] Title = ["title", "job title", "occupation title", "position"];

    public static IEnumerable<TitleQuestion> Read(ImportSource source)
    {
        TableHeader? header = null;
        var read = 0;
        foreach (var row in CsvRows.Read(source, static _ => { }).Where(r => !r.IsEmpty))
        {
            if (read++ == MostTitles)
                throw new UnusableInputException(Problem.Rejected("too-many-titles", row.Where("title"), "The file has more than {0} titles; part it.", $"{MostTitles}"));
            if (header is null)
            {
                header = new(row.Cells);
                if (header.Find(Title) >= 0 || row.Cells.Length > 1)
                {
                    header.Need(source.Name, Title);
                    continue;
                }
            }
            var cells = new TableRow(source.Name, row.Number, row.Cells);
            var question = new TitleQuestion(cells[Math.Max(0, header.Find(Title))], cells.Text(header.Find("duties")), cells.Text(header.Find("industry", "naics", "naics code")));
            if (question.Title.Length > 0)
                yield return question;
        }
    }
}
