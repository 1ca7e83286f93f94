using Microsoft.Extensions.Localization;
using Trellis.Core.Access;

namespace Trellis.Web;

/// <summary>How a page says who did something. Whose account it was stands in the audit alone, for those who may read it.</summary>
public static class WhoWords
{
    public static string Of(IStringLocalizer<Words> T, string who) => Actor.PersonOf(who) is null ? T[who] : T["somebody with an account"];
}
