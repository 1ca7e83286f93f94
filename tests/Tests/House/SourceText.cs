using System.Text;

namespace Trellis.Tests.House;

/// <summary>Just enough of C# to find the texts that are given to a call.</summary>
public static class SourceText
{
    /// <summary>
    /// The arguments at <paramref name="index"/> of every call that opens with <paramref name="call"/>, where they are literal
    /// texts, also in parts joined by +.
    /// </summary>
    public static IEnumerable<string> Arguments(string code, string call, int index)
    {
        for (var at = code.IndexOf(call, StringComparison.Ordinal); at >= 0; at = code.IndexOf(call, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && (char.IsLetterOrDigit(code[at - 1]) || code[at - 1] is '_' or '.'))
                continue;
            if (Argument(code, at + call.Length, index) is { Length: > 0 } text)
                yield return text;
        }
    }

    /// <summary>
    /// The sentences about bad input: literal texts that end like a sentence, in a statement behind the code of a problem
    /// (a lower-case word, the first argument of a call).
    /// </summary>
    public static IEnumerable<string> Sentences(string code)
    {
        var behind = -1;
        foreach (var (start, text) in Literals(code))
        {
            if (behind >= 0 && text.Contains(' ', StringComparison.Ordinal) && text[^1] == '.' && code[start - 1] != '$' && IsOneStatement(code, behind, start))
                yield return text;
            if (code[start - 1] == '(' && text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                behind = start;
        }
    }

    /// <summary>Every literal text with its place, those joined by + as one.</summary>
    public static IEnumerable<(int Start, string Text)> Literals(string code)
    {
        for (var at = code.IndexOf('"', StringComparison.Ordinal); at > 0; at = code.IndexOf('"', at))
        {
            // The character " in its own quotes opens nothing.
            if (code[at - 1] == '\'' && code[at + 1] == '\'')
            {
                at++;
                continue;
            }
            var start = at;
            var text = new StringBuilder();
            do
            {
                var end = End(code, at);
                text.Append(Unescape(code[(at + 1)..end]));
                at = end + 1;
                while (at < code.Length && (char.IsWhiteSpace(code[at]) || code[at] == '+'))
                    at++;
            }
            while (at < code.Length && code[at] == '"' && code[at - 1] != '$');
            yield return (start, text.ToString());
        }
    }

    private static bool IsOneStatement(string code, int from, int to) =>
        !code[from..to].Contains(";\n", StringComparison.Ordinal) && !code[from..to].Contains("; ", StringComparison.Ordinal);

    private static string? Argument(string code, int at, int index)
    {
        var (depth, text, literal) = (0, new StringBuilder(), true);
        for (; at < code.Length; at++)
        {
            var c = code[at];
            if (c == '"')
            {
                var end = End(code, at);
                if (index == 0)
                    text.Append(Unescape(code[(at + 1)..end]));
                at = end;
            }
            else if (c is '(' or '[' or '{')
            {
                depth++;
            }
            else if (c is ')' or ']' or '}')
            {
                if (depth-- == 0)
                    return index == 0 && literal ? text.ToString() : null;
            }
            else if (c == ',' && depth == 0)
            {
                if (index-- == 0)
                    return literal ? text.ToString() : null;
                continue;
            }
            if (index == 0 && c != '"' && c != '+' && !char.IsWhiteSpace(c))
                literal = false;
        }
        return null;
    }

    private static int End(string code, int start)
    {
        for (var i = start + 1; i < code.Length; i++)
        {
            if (code[i] == '\\')
                i++;
            else if (code[i] == '"')
                return i;
        }
        return code.Length - 1;
    }

    private static string Unescape(string literal) =>
        literal.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
