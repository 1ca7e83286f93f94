namespace Trellis.Interop;

/// <summary>Every kind of outside data that can be loaded.</summary>
public static class ReleaseReaders
{
    public static IReadOnlyList<ReleaseReader> All { get; } =
    [
        Onet.OnetRelease.Reader,
        Soc.SocReader.Reader,
        Soc.SocChangesReader.Reader,
        Soc.OnetSocReader.Reader,
        Bls.OewsReader.Reader,
        Bls.OewsAreasReader.Reader,
        Bls.ProjectionsReader.Reader,
        Bls.StateProjectionsReader.Reader,
        Bls.EducationReader.Reader,
        Industry.NaicsReader.Reader,
        Industry.CountyIndustryReader.Reader,
        Training.CipReader.Reader,
        Training.CipSocReader.Reader,
        Training.ProgramReader.Reader,
        Training.ProgramOutcomeReader.Reader,
        Training.CredentialReader.Reader,
    ];

    public static ReleaseReader? Find(string kind) => All.FirstOrDefault(r => r.Kind == kind);
}
