using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>The provider that a row of a list names.</summary>
internal static class ProviderRow
{
    private const int StateLetters = 2;

    /// <summary>The provider, or null where the row has neither a number nor a name of one.</summary>
    public static Provider? Read(ListRow row, int key)
    {
        var name = row.Text("provider.name");
        if (name is null && row.Text("provider.id") is null)
            return null;
        return new()
        {
            ReleaseKey = key,
            Id = ListIds.Provider(row, name),
            Name = name ?? "",
            Description = row.Lines("provider.description"),
            EntityTypes = string.Concat(row.All("provider.entityTypes").SelectMany(t => t).Where(c => c is >= '1' and <= '8').Distinct().Order()),
            Street = row.Text("provider.street"),
            City = row.Text("provider.city"),
            State = row.Text("provider.state") is { Length: StateLetters } state ? state.ToUpperInvariant() : null,
            Zip = Zip(row),
            County = row.Text("county"),
            Url = row.Text("provider.url") is { } url ? ListText.Url(url) : null,
            Status = row.Text("provider.status"),
        };
    }

    /// <summary>One provider of what several rows or files say of it: what an earlier one lacks is taken from a later one.</summary>
    public static Provider Join(Provider first, Provider second) => new()
    {
        ReleaseKey = first.ReleaseKey,
        Id = first.Id,
        Name = first.Name.Length > 0 ? first.Name : second.Name,
        Description = first.Description ?? second.Description,
        EntityTypes = first.EntityTypes.Length > 0 ? first.EntityTypes : second.EntityTypes,
        Street = first.Street ?? second.Street,
        City = first.City ?? second.City,
        State = first.State ?? second.State,
        Zip = first.Zip ?? second.Zip,
        County = first.County ?? second.County,
        Url = first.Url ?? second.Url,
        Status = first.Status ?? second.Status,
    };

    private static string? Zip(ListRow row)
    {
        if (row.Text("provider.zip") is not { } text)
            return null;
        if (ListText.Zip(text) is { } zip)
            return zip;
        row.Note(Problem.Repaired("not-a-zip", row.Where("provider.zip"), "'{0}' is no ZIP code; it was left out. Expected: 07102.", text));
        return null;
    }
}
