using Microsoft.Extensions.Localization;
using Trellis.Interop;

namespace Trellis.Web.Pages.Import;

/// <summary>What became of a file, in a word for a table and in a sentence for its reader.</summary>
internal static class Outcomes
{
    public static string Word(IStringLocalizer<Words> t, ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => t["New model"],
        ImportOutcome.NewVersion => t["New version"],
        ImportOutcome.Unchanged => t["No change"],
        ImportOutcome.Refused => t["Refused"],
        _ => t["Only read"],
    };

    public static string Sentence(IStringLocalizer<Words> t, ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => t["The model was loaded and is now published."],
        ImportOutcome.NewVersion => t["A new version of the model was loaded and is now published."],
        ImportOutcome.Unchanged => t["Exactly this content was here already. Nothing was changed."],
        _ => t["The file was refused. Nothing was saved."],
    };
}
