using System.Text.RegularExpressions;

namespace Trellis.Interop;

/// <summary>A column of a sheet that goes out: its name, its width in characters, and whether people see it.</summary>
internal sealed record SheetColumn(string Name, double Width, bool IsHidden = false)
{
    /// <summary>In how many cells the longest value of the column stands.</summary>
    public int Pieces { get; init; } = 1;

    /// <summary>Whether its texts stand further to the right the deeper their row is in the tree.</summary>
    public bool IsIndented { get; init; }

    /// <summary>Whether its values are whole numbers, which programs then sort as such.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>A sheet that goes out: its name, and its columns as they stand in the first row.</summary>
internal sealed partial record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>The columns with those in which long values go on.</summary>
    public IReadOnlyList<SheetColumn> Cells { get; } = [.. Columns.SelectMany(c => Enumerable.Range(1, c.Pieces)
        .Select(n => n == 1 ? c : new SheetColumn(Continued(c.Name, n), 12, IsHidden: true)))];

    /// <summary>The name of the column that a column goes on, and its part of the value; the name itself and 1 where it is none.</summary>
    public static (string Name, int Part) Part(string name) =>
        Continuation().Match(name) is { Success: true } m && int.TryParse(m.Groups["part"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var part)
            ? (m.Groups["name"].Value, part)
            : (name, 1);

    private static string Continued(string name, int part) => FormattableString.Invariant($"{name}+{part}");

    [GeneratedRegex(@"^(?<name>.+)\+(?<part>[2-9]|[1-9][0-9]{1,3})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Continuation();
}
