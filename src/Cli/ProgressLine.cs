using System.Diagnostics;
using System.Globalization;

namespace Trellis.Cli;

/// <summary>
/// One line on standard error that tells how far a long command is: rewritten in place on a terminal, a new line every few seconds in a
/// log. The first word stands at once, so that nobody wonders whether anything happens.
/// </summary>
public sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 24;

    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(5);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly string _what;
    private long _last = Stopwatch.GetTimestamp();
    private string _shown = "";

    public ProgressLine(string what)
    {
        _what = what;
        Write(what + " …");
    }

    /// <summary>Rows that are written so far.</summary>
    public void Rows(int rows) => Show(rows == 0 ? "" : rows.ToString("N0", CultureInfo.InvariantCulture) + " rows");

    /// <summary>Bytes that are there, as a bar where the whole is known.</summary>
    public void Bytes(long bytes, long? total)
    {
        if (total is not > 0)
        {
            Show(Megabytes(bytes));
            return;
        }
        var filled = (int)Math.Min(BarWidth, bytes * BarWidth / total.Value);
        Show($"[{new string('#', filled)}{new string('-', BarWidth - filled)}] {100 * bytes / total.Value} % of {Megabytes(total.Value)}");
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        if (_terminal)
            Console.Error.Write("\r" + new string(' ', _shown.Length) + "\r");
    }

    private void Show(string text)
    {
        if (Stopwatch.GetElapsedTime(_last) < (_terminal ? OnTerminal : InLog))
            return;
        _last = Stopwatch.GetTimestamp();
        Write($"{_what} … {text}");
    }

    private void Write(string line)
    {
        Console.Error.Write(_terminal ? "\r" + line.PadRight(_shown.Length) : line + "\n");
        _shown = line;
    }

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
