using Trellis.Benchmarks;

// Run each with the machine otherwise idle: dotnet run --project tests/Benchmarks -c Release -- import
return args switch
{
    ["bare", var address, var folder] => await BareServer.RunAsync(address, folder),
    ["case", .. var rest] => await CaseBenchmark.RunAsync(rest),
    ["case-edit", .. var rest] => await CaseEditBenchmark.RunAsync(rest),
    ["coder-fit", .. var rest] => CoderFit.Run(rest),
    ["compare", .. var rest] => CompareBenchmark.Run(rest),
    ["desk"] => await DeskBenchmark.RunAsync(),
    ["edit", .. var rest] => await EditBenchmark.RunAsync(rest),
    ["gap", .. var rest] => await GapBenchmark.RunAsync(rest),
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    ["onet", .. var rest] => await OnetBenchmark.RunAsync(rest),
    ["pages", .. var rest] => await PagesBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    ["titles", .. var rest] => TitlesBenchmark.Run(rest),
    ["worksheet"] => await WorksheetBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.Write("Name a benchmark: case [PROGRAM [SECONDS]], case-edit [PROGRAM [EDITS]], coder-fit [FOLDER], compare, desk, edit [EDITS], gap [PROGRAM [SECONDS [RELEASE]]], import [ITEMS], onet RELEASE, pages [PROGRAM [SECONDS]], search [STATEMENTS], titles [RELEASE], worksheet\n");
    return 1;
}
