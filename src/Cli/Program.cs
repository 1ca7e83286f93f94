using System.CommandLine;
using Trellis.Cli;
using Trellis.Cli.Checks;
using Trellis.Cli.Models;

var root = new RootCommand("Trellis: competency models, career pathways and labor-market decisions.")
{
    Session.DataOption,
    Output.JsonOption,
    new Command("model", "Competency models and frameworks.")
    {
        ImportCommand.Create(),
        PullCommand.Create(),
        ListCommand.Create(),
        ShowCommand.Create(),
        CompareCommand.Create(),
        ExportCommand.Create(),
    },
    new Command("check", "Quality measurements.")
    {
        CompareCheckCommand.Create(),
    },
};
return await Failure.GuardAsync(() => root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false }));
