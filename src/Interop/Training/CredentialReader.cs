using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>Reads a state's lists of certifications and of licenses.</summary>
public static class CredentialReader
{
    public static ReleaseReader Reader { get; } = new(
        ReleaseKinds.Credentials, "Certifications and licenses",
        "Lists of certifications or licenses that a mapping describes, such as TBLINDUSTRYCREDENTIAL_DATA_TABLE.csv and TBLLICENSE_DATA_TABLE.csv, alone or in a folder.", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        var source = ListSource.Find(load, "certifications", "licenses");
        source.Describe(load);
        load.Release.Title = "Certifications and licenses: " + source.Mapping.Publisher;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await load.Rows.InsertAsync(
            source.Read(load, "certifications").Concat(source.Read(load, "licenses")).Select(row => Row(load, row, seen)).OfType<Credential>(), load.Stop);
    }

    private static Credential? Row(ReleaseLoad load, ListRow row, HashSet<string> seen)
    {
        var kind = row.Text("kind") == "license" ? CredentialKind.License : CredentialKind.Certification;
        if (row.Text("id") is not { } number || row.Text("name") is not { } name)
        {
            row.Note(Problem.Rejected("no-credential", row.Where("name"), "The row has no number or no name of a credential."));
            return null;
        }
        var id = $"{row.Mapping.Prefix}-{kind.ToString().ToLowerInvariant()}-{number}";
        if (!seen.Add(id))
        {
            row.Note(Problem.Rejected("repeated-credential", row.Where("id"), "The number {0} stands above already.", number));
            return null;
        }
        var code = row.Text("code");
        return new()
        {
            ReleaseKey = load.Rows.Key,
            Id = id,
            Kind = kind,
            Name = name,
            Code = code,
            IssuerId = row.Text("issuer"),
            State = row.Mapping.State,
            Soc = kind == CredentialKind.License && SocCode.TryParse(code, out var soc) ? soc.Value : null,
            IsWithdrawn = row.Flag("withdrawn") ?? false,
        };
    }
}
