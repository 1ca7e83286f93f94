using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Text;
using Trellis.Interop.Case;

namespace Trellis.Web;

/// <summary>What a look at another server showed: its offers, or why there are none. Kept between the look and the pull.</summary>
public sealed record PullLook(string Address, IReadOnlyList<CaseOffer> Offers, IReadOnlyList<Problem> Problems)
{
    /// <summary>The name under which looks are kept among the files that were sent.</summary>
    public const string Name = "pull";

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, TextJson.Options);

    public static PullLook Of(byte[] bytes) => JsonSerializer.Deserialize<PullLook>(bytes, TextJson.Options)!;
}
