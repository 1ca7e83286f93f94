using System.Text;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>A text without what does not change its meaning: case, accents, punctuation and white space.</summary>
public static class NormalText
{
    public static string Of(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var word in WordSplitter.Split(text))
            normal.Append(Stems.Fold(text.Substring(word.Start, word.Length))).Append(' ');
        return normal.Length > 0 ? normal.ToString(0, normal.Length - 1) : text.Trim();
    }
}
