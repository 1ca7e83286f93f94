using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Trellis.Cli;

/// <summary>Results go to standard output, as text or as JSON; everything else that is said goes to standard error.</summary>
public sealed class Output(bool json)
{
    public static readonly Option<bool> JsonOption = new("--json") { Description = "Print the result as JSON.", Recursive = true };

    private static readonly JsonSerializerOptions Indented = Options(indented: true);
    private static readonly JsonSerializerOptions OneLine = Options(indented: false);

    private static readonly IAnsiConsole Talk = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });

    public static Output For(ParseResult parse) => new(parse.GetValue(JsonOption));

    public bool Json => json;

    /// <summary>The result: as JSON, or as a table that <paramref name="table"/> makes.</summary>
    public void Result<T>(T value, Func<T, Table> table)
    {
        if (json)
            Console.Out.Write(JsonSerializer.Serialize(value, Indented) + "\n");
        else
            Print(table(value));
    }

    /// <summary>One of several results: an object on a line of its own.</summary>
    public static void Line<T>(T value) => Console.Out.Write(JsonSerializer.Serialize(value, OneLine) + "\n");

    public static void Print(Table table)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 1000;
        console.Write(table);
    }

    public static void Text(string text) => Console.Out.Write(text + "\n");

    public static void Say(string text) => Talk.Write(new Text(text + "\n"));

    public static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    private static JsonSerializerOptions Options(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
