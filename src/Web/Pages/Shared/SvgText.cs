namespace Trellis.Web.Pages.Shared;

/// <summary>Breaks a text into lines of a drawing, where no browser does it. Widths of letters are those of Source Sans, rounded up.</summary>
public static class SvgText
{
    /// <summary>About how wide the text is, in units of the drawing.</summary>
    public static double Width(string text, double fontSize) => text.Sum(c => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or 'í' => 0.28,
        'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 0.36,
        ' ' => 0.22,
        's' or 'c' or 'z' or 'v' or 'x' or 'y' or 'k' => 0.48,
        'm' or 'w' or 'M' or 'W' or '@' => 0.86,
        >= 'A' and <= 'Z' or '&' => 0.62,
        > '\u2E80' => 1.0,
        _ => 0.55,
    }) * fontSize;

    /// <summary>The widest word, which no cell may be narrower than.</summary>
    public static double WidestWord(string text, double fontSize) => text.Split(' ').Max(word => Width(word, fontSize));

    /// <summary>At most <paramref name="most"/> lines, the last with an ellipsis where the text is longer; a word too wide for a line is cut.</summary>
    public static List<string> Wrap(string text, double width, double fontSize, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Cut(w, width, fontSize)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Width(longer, fontSize) <= width)
            {
                line = longer;
                continue;
            }
            lines.Add(line);
            line = word;
            if (lines.Count < most)
                continue;
            lines[^1] = Ellipsis(lines[^1], width, fontSize);
            return lines;
        }
        lines.Add(line);
        return lines;
    }

    private static string Ellipsis(string line, double width, double fontSize)
    {
        while (line.Length > 1 && Width(line + "…", fontSize) > width)
            line = line[..^1];
        return line.TrimEnd() + "…";
    }

    private static IEnumerable<string> Cut(string word, double width, double fontSize)
    {
        while (word.Length > 4 && Width(word, fontSize) > width)
        {
            var fits = word.Length - 1;
            while (fits > 3 && Width(word[..fits] + "-", fontSize) > width)
                fits--;
            yield return word[..fits] + "-";
            word = word[fits..];
        }
        yield return word;
    }
}
