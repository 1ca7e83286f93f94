using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Interop;

/// <summary>
/// The lists of a Word document. Headings and numbered statements are levels of one list, so that the numbers begin anew under each
/// heading with no list of its own for every heading.
/// </summary>
internal static class WordNumbering
{
    private const int Headings = 6;
    private const int Levels = 9;
    private const int Step = 420;

    private enum List
    {
        Outline = 1,
        Coded,
        Bullets,
    }

    public static NumberingProperties Numbered(int level) => Of(List.Outline, Headings + Math.Min(level, Levels - Headings - 1));

    public static NumberingProperties Coded(int level) => Of(List.Coded, Math.Min(level, Levels - 1));

    public static NumberingProperties Bullet() => Of(List.Bullets, 0);

    public static NumberingProperties Heading(int level) => Of(List.Outline, level - 1);

    public static Numbering All() => new(
        Abstract(List.Outline, i => i < Headings ? Unseen(i) : Number(i)),
        Abstract(List.Coded, i => Level(i, NumberFormatValues.None, "", 1000 + Math.Min(i, 4) * Step, 1000)),
        Abstract(List.Bullets, i => Level(i, NumberFormatValues.Bullet, "•", (i + 1) * Step, Step)),
        Instance(List.Outline),
        Instance(List.Coded),
        Instance(List.Bullets));

    private static NumberingProperties Of(List list, int level) => new(new NumberingLevelReference { Val = level }, new NumberingId { Val = (int)list });

    private static AbstractNum Abstract(List list, Func<int, Level> level) =>
        new([new MultiLevelType { Val = MultiLevelValues.Multilevel }, .. Enumerable.Range(0, Levels).Select(level)]) { AbstractNumberId = (int)list };

    private static NumberingInstance Instance(List list) => new(new AbstractNumId { Val = (int)list }) { NumberID = (int)list };

    private static Level Unseen(int i) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.None }, new ParagraphStyleIdInLevel { Val = $"Heading{i + 1}" },
        new LevelSuffix { Val = LevelSuffixValues.Nothing }, new LevelText { Val = "" }, new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = "0" }))
    { LevelIndex = i };

    private static Level Number(int i) => Level(i, (i - Headings) switch
    {
        0 => NumberFormatValues.Decimal,
        1 => NumberFormatValues.LowerLetter,
        _ => NumberFormatValues.LowerRoman,
    }, $"%{i + 1}.", (i - Headings + 1) * Step, Step);

    private static Level Level(int i, NumberFormatValues format, string text, int left, int hanging) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format },
        new LevelSuffix { Val = text.Length > 0 ? LevelSuffixValues.Tab : LevelSuffixValues.Nothing },
        new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(
            new Tabs(new TabStop { Val = TabStopValues.Number, Position = left }),
            new Indentation { Left = $"{left}", Hanging = $"{hanging}" }))
    { LevelIndex = i };
}
