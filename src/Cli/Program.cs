using System.CommandLine;
using Trellis.Cli;
using Trellis.Cli.Checks;
using Trellis.Cli.Data;
using Trellis.Cli.Models;

var root = new RootCommand("Trellis: competency models, career pathways and labor-market decisions.")
{
    Session.DataOption,
    Output.JsonOption,
    new Command("model", "Competency models and frameworks.")
    {
        ImportCommand.Create(),
        UpdateCommand.Create(),
        PullCommand.Create(),
        ListCommand.Create(),
        ShowCommand.Create(),
        CompareCommand.Create(),
        ExportCommand.Create(),
        WorksheetCommand.Create(),
        WorksheetReadCommand.Create(),
    },
    new Command("data", "Releases of outside data: occupations, wages, projections, training and crosswalks.")
    {
        DataKindsCommand.Create(),
        DataStatusCommand.Create(),
        DataImportCommand.Create(),
        DataFetchCommand.Create(),
        DataRestoreCommand.Create(),
        DataDropCommand.Create(),
        DataDumpCommand.Create(),
    },
    new Command("occupation", "Occupations.")
    {
        Trellis.Cli.Occupations.SearchCommand.Create(),
        Trellis.Cli.Occupations.CodeCommand.Create(),
    },
    McpCommand.Create(),
    new Command("user", "Accounts: who may sign in, and as what.")
    {
        Trellis.Cli.Users.AddCommand.Create(),
        Trellis.Cli.Users.ListCommand.Create(),
        Trellis.Cli.Users.RoleCommand.Create(),
        Trellis.Cli.Users.LinkCommand.Create(),
        Trellis.Cli.Users.DisableCommand.Create(),
        Trellis.Cli.Users.RetireCommand.Create(),
    },
    new Command("caseload", "Customers of advisers.")
    {
        Trellis.Cli.Caseload.SweepCommand.Create(),
    },
    new Command("check", "Quality measurements.")
    {
        CoderCheckCommand.Create(),
        GuidanceCheckCommand.Create(),
        CompareCheckCommand.Create(),
    },
};
return await Failure.GuardAsync(() => root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false }));
