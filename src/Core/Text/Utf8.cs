using System.Text;

namespace Trellis.Core.Text;

/// <summary>UTF-8 that refuses a byte sequence which is not UTF-8, where the framework's default would replace it in silence.</summary>
public static class Utf8
{
    public static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
