using Trellis.Benchmarks;

// Run each with the machine otherwise idle: dotnet run --project tests/Benchmarks -c Release -- import
return args switch
{
    ["compare", .. var rest] => CompareBenchmark.Run(rest),
    ["import", .. var rest] => await ImportBenchmark.RunAsync(rest),
    ["onet", .. var rest] => await OnetBenchmark.RunAsync(rest),
    ["pages", .. var rest] => await PagesBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.Write("Name a benchmark: compare, import [ITEMS], onet RELEASE, pages [PROGRAM [SECONDS]], search [STATEMENTS]\n");
    return 1;
}
