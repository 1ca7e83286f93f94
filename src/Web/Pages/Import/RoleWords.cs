using Microsoft.Extensions.Localization;
using Trellis.Interop.Tables;

namespace Trellis.Web.Pages.Import;

/// <summary>What a column holds, in words for a list of choices.</summary>
internal static class RoleWords
{
    public static string Of(IStringLocalizer<Words> t, MappedRole role) => role switch
    {
        MappedRole.Ignore => t["Nothing: leave it out"],
        MappedRole.Text => t["The statement"],
        MappedRole.IndentedText => t["The statement, set further in the deeper it stands"],
        MappedRole.Label => t["Short title"],
        MappedRole.Notation => t["Number or code"],
        MappedRole.Identifier => t["Identifier"],
        MappedRole.Parent => t["Identifier or number of the statement above"],
        MappedRole.Level => t["Level: 1 at the top"],
        MappedRole.Outline => t["Place in the tree, such as 1.2.3"],
        MappedRole.Group => t["Heading above the statement"],
        MappedRole.Notes => t["Notes"],
        MappedRole.Keywords => t["Keywords"],
        MappedRole.Type => t["Sort of statement"],
        MappedRole.Language => t["Language"],
        MappedRole.Uri => t["Address of the statement"],
        MappedRole.ExactMatch => t["Link: says exactly the same"],
        MappedRole.Related => t["Link: is related"],
        _ => t["Something else: keep it with the statement"],
    };
}
