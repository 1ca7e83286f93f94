using Microsoft.Extensions.Localization;
using Trellis.Core.Competencies.Updates;

namespace Trellis.Web.Pages.Models;

/// <summary>What an update does, and to which field, in words.</summary>
internal static class UpdateWords
{
    public static string Of(IStringLocalizer<Words> t, UpdateKind kind) => kind switch
    {
        UpdateKind.ModelChanged => t["About the model"],
        UpdateKind.Reworded => t["Reworded"],
        UpdateKind.Renumbered => t["Renumbered"],
        UpdateKind.Moved => t["Moved"],
        UpdateKind.Changed => t["Changed otherwise"],
        UpdateKind.Added => t["Added"],
        UpdateKind.Removed => t["Taken out"],
        UpdateKind.Missing => t["Not in the file, stays"],
        UpdateKind.LinkAdded => t["Link added"],
        UpdateKind.LinkChanged => t["Link changed"],
        UpdateKind.LinkRemoved => t["Link taken out"],
        UpdateKind.LinkMissing => t["Link not in the file, stays"],
        _ => t["Conflict"],
    };

    /// <summary>The field in parentheses; nothing where the change says it already.</summary>
    public static string Field(IStringLocalizer<Words> t, string field)
    {
        var (name, tag) = field.Split('@') is [var before, var language] ? (before, language) : (field, null);
        var word = Word(t, name);
        return (word, tag) switch
        {
            (null, _) => "",
            (_, null) => $"({word})",
            _ => $"({word}, {Labels.OfLanguage(t, tag)})",
        };
    }

    private static string? Word(IStringLocalizer<Words> t, string name) => name switch
    {
        "" or "parent" or "order" or "notation" or "link" => null,
        "text" => t["Text"],
        "label" => t["Short title"],
        "notes" => t["Notes"],
        "keywords" => t["Keywords"],
        "kind" => t["Kind"],
        "title" => t["Title"],
        "description" => t["Description"],
        "publisher" => t["Publisher"],
        _ => name,
    };
}
