using Trellis.Benchmarks;

// Run each with the machine otherwise idle: dotnet run --project tests/Benchmarks -c Release -- import
return args switch
{
    ["bare", var address, var folder] => await BareServer.RunAsync(address, folder),
    ["case", .. var rest] => await CaseBenchmark.RunAsync(rest),
    ["compare", .. var rest] => CompareBenchmark.Run(rest),
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    ["pages", .. var rest] => await PagesBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.Write("Name a benchmark: case [PROGRAM [SECONDS]], compare, import [ITEMS], pages [PROGRAM [SECONDS]], search [STATEMENTS]\n");
    return 1;
}
