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
