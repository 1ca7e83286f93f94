using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Titles;

namespace Trellis.Cli.Occupations;

/// <summary>trellis occupation code</summary>
public static class CodeCommand
{
    internal const string NothingLoaded = "No occupations have been loaded. 'trellis data import onet FILE' loads a release of O*NET.";

    private static readonly Argument<string?> Title = new("TITLE") { Description = "A job title.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> File = new("--file")
    {
        Description = "A CSV file of job titles: a column title, and if wanted duties and industry (NAICS).",
    };

    private static readonly Option<string?> Duties = new("--duties") { Description = "What the worker does, in a sentence or two." };

    private static readonly Option<string?> Industry = new("--industry") { Description = "The employer's industry, a NAICS code of two to six digits." };

    private static readonly Option<int> Top = new("--top") { Description = "How many candidates to name for each title.", DefaultValueFactory = _ => 5 };

    public static Command Create()
    {
        var command = new Command("code", "Names the occupations that job titles may mean, with a confidence for each.") { Title, File, Duties, Industry, Top };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var questions = Questions(parse);
        await using var db = await Session.OpenAsync(parse, stop);
        using var index = new OccupationIndex(new DbSource(db.Engine));
        using var coders = new CoderSource(index, DataLocation.FromEnvironment(parse.GetValue(Session.DataOption)));
        var coder = (await coders.CurrentAsync(db, stop) ?? throw new UsageException(NothingLoaded)).Coder;
        var coded = questions.Select(q => CodedLine.Of(coder.Code(q, Math.Max(1, parse.GetValue(Top)))));
        if (!Output.For(parse).Json)
        {
            Output.Print(Draw(coded));
            return Failure.Done;
        }
        foreach (var line in coded)
            Output.Line(line);
        return Failure.Done;
    }

    private static IEnumerable<TitleQuestion> Questions(ParseResult parse)
    {
        var (title, file, duties, industry) = (parse.GetValue(Title), parse.GetValue(File), parse.GetValue(Duties), parse.GetValue(Industry));
        if (title is null == file is null)
            throw new UsageException("Give a job title, or a file of titles with --file.");
        if (file is null)
            return [new(title!, duties, industry)];
        if (!System.IO.File.Exists(file))
            throw new UsageException($"There is no file {file}.");
        return TitleFile.Read(new ImportSource(Path.GetFileName(file), System.IO.File.ReadAllBytes(file)))
            .Select(q => q with { Duties = q.Duties ?? duties, Naics = q.Naics ?? industry });
    }

    private static Table Draw(IEnumerable<CodedLine> coded)
    {
        var table = Output.Table("title", "O*NET-SOC", "occupation", "confidence", "why");
        foreach (var line in coded)
        {
            foreach (var c in line.Candidates)
            {
                var confidence = c.Confidence.ToString("0.00", CultureInfo.InvariantCulture) + (line.SeveralFit && c == line.Candidates[0] ? " (several fit)" : "");
                table.AddRow([.. new[] { line.Title, c.OnetSoc, c.Title, confidence, c.Reason }.Select(t => new Text(t))]);
            }
        }
        return table;
    }
}
