using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Server;
using Trellis.Core.Competencies.Search;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Interop.Mcp;
using Trellis.Interop.Reference;

namespace Trellis.Cli;

/// <summary>trellis mcp: the tools for language models, over standard input and output. Nothing but the protocol goes to standard output.</summary>
public static class McpCommand
{
    public static Command Create()
    {
        var command = new Command("mcp", "Serves read tools for language models over the Model Context Protocol, on standard input and output.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using (await Session.OpenAsync(parse, stop))
        {
        }
        await using var services = Services(DataLocation.FromEnvironment(parse.GetValue(Session.DataOption)));
        var options = new McpServerOptions
        {
            ServerInfo = McpTools.Server,
            ServerInstructions = McpTools.Instructions,
            ToolCollection = [],
        };
        foreach (var tool in McpTools.All)
            options.ToolCollection.Add(tool);
        await using var transport = new StdioServerTransport(options, NullLoggerFactory.Instance);
        await using var server = McpServer.Create(transport, options, NullLoggerFactory.Instance, services);
        Output.Say("Serving the Model Context Protocol on standard input and output. Close the input to end.");
        try
        {
            await server.RunAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // The client went away, or somebody pressed Ctrl+C: that is how it ends.
        }
        return Failure.Done;
    }

    private static ServiceProvider Services(DataLocation location)
    {
        var services = new ServiceCollection();
        services.AddSingleton(location);
        services.AddSingleton(new DbSource(Engine.For(location)));
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<OccupationIndex>();
        services.AddSingleton<CoderSource>();
        services.AddSingleton<IReadOnlyList<InDemandRule>>(_ => InDemandRules.Read(Session.DataFolder));
        services.AddSingleton(_ => ZipMap.Read(Session.DataFolder));
        return services.BuildServiceProvider();
    }
}
