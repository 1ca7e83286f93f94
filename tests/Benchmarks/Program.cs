using Trellis.Benchmarks;

return args switch
{
    ["search", ..] => await SearchBenchmark.RunAsync(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: Trellis.Benchmarks search [statements-per-framework [data-folder-to-keep]]");
    return 1;
}
