using Microsoft.Extensions.Localization;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>What readers call the kinds of things that training programs have.</summary>
public static class TrainingLabels
{
    public static string Of(IStringLocalizer<Words> T, ProgramFormat format) => format switch
    {
        ProgramFormat.InPerson => T["In person"],
        ProgramFormat.Online => T["Online"],
        ProgramFormat.Hybrid => T["Partly online"],
        _ => T["not reported"],
    };

    public static string Of(IStringLocalizer<Words> T, PotentialOutcome outcome) => outcome switch
    {
        PotentialOutcome.IndustryCertificate => T["Industry certificate or certification"],
        PotentialOutcome.ApprenticeshipCertificate => T["Certificate of a registered apprenticeship"],
        PotentialOutcome.License => T["License of the state or the nation"],
        PotentialOutcome.AssociateDegree => T["Associate degree"],
        PotentialOutcome.BachelorDegree => T["Bachelor's degree"],
        PotentialOutcome.CollegeCertificate => T["College certificate"],
        PotentialOutcome.SecondaryDiploma => T["High school diploma or equivalent"],
        PotentialOutcome.Employment => T["A job"],
        PotentialOutcome.SkillGainToCredential => T["Skills toward a credential"],
        _ => T["Skills toward a job"],
    };

    public static string Of(IStringLocalizer<Words> T, EntityType type) => type switch
    {
        EntityType.AssociateCollege => T["College with associate degrees"],
        EntityType.BaccalaureateCollege => T["College or university with bachelor's degrees"],
        EntityType.CertificateCollege => T["College with certificates"],
        EntityType.Apprenticeship => T["Registered apprenticeship"],
        EntityType.PrivateNonProfit => T["Private, non-profit"],
        EntityType.PrivateForProfit => T["Private, for profit"],
        EntityType.Public => T["Public"],
        _ => T["Other kind of provider"],
    };

    public static string Of(IStringLocalizer<Words> T, ProgramOrder order) => order switch
    {
        ProgramOrder.Cost => T["Lowest cost"],
        ProgramOrder.Length => T["Shortest"],
        ProgramOrder.Employment => T["Most people at work afterwards"],
        ProgramOrder.Earnings => T["Highest earnings afterwards"],
        ProgramOrder.Distance => T["Nearest"],
        _ => T["Best fit"],
    };

    public static string Of(IStringLocalizer<Words> T, CredentialKind kind) => kind == CredentialKind.License ? T["License"] : T["Certification"];

    public static string Of(IStringLocalizer<Words> T, ProgramReason reason) => reason.Kind switch
    {
        ProgramReasonKind.NamedByProvider => T["The provider names this occupation: {0}", reason.Occupation],
        _ => T["Its field of study, {0} ({1}), prepares for {2}", reason.Field ?? "", reason.Cip ?? "", reason.Occupation],
    };

    public static string Of(IStringLocalizer<Words> T, Provider provider) =>
        provider.Name.Length > 0 ? provider.Name : T["Provider {0} (the list does not name it)", provider.Id];

    /// <summary>"Yes", "No", or that nobody said.</summary>
    public static string Of(IStringLocalizer<Words> T, bool? flag) => flag switch { true => T["Yes"], false => T["No"], _ => T["not reported"] };

    /// <summary>City, state and ZIP code, as far as they are known.</summary>
    public static string Place(TrainingProgram program) => Place(program.City, program.State, program.Zip);

    public static string Place(string? city, string? state, string? zip) =>
        string.Join(", ", new[] { city, string.Join(' ', new[] { state, zip }.Where(x => x is not null)) }.Where(x => !string.IsNullOrEmpty(x)));
}
