namespace Trellis.Core.Access;

/// <summary>What a person may do. Every endpoint names one of these or says that it is public.</summary>
public enum Permission
{
    /// <summary>Load competency models made elsewhere.</summary>
    ImportModels,

    /// <summary>Load, fetch, restore and drop releases of outside data.</summary>
    ImportData,

    /// <summary>Put a label in place of what an in-demand rule says.</summary>
    ManageDemand,

    /// <summary>Save and delete regions.</summary>
    ManageAreas,

    /// <summary>See and change one's own account.</summary>
    UseAccount,

    /// <summary>Invite people, give them roles, disable their accounts, and keep organizations and teams.</summary>
    ManagePeople,

    /// <summary>See organizations and who belongs to them.</summary>
    ReadOrganizations,

    /// <summary>Read and export the record of all writes.</summary>
    ReadAudit,

    /// <summary>Write drafts of competency models, publish and retire them.</summary>
    EditModels,

    /// <summary>Open review rounds of drafts, see what reviewers said and decide on it.</summary>
    ReviewModels,

    /// <summary>Keep one's own profile and plan in the account, and share them.</summary>
    KeepOwnProfile,

    /// <summary>Keep and read the records of customers that one is assigned to.</summary>
    ServeCustomers,

    /// <summary>Give customers to other advisers, without reading anything of them.</summary>
    AssignCustomers,

    /// <summary>Make worksheets over models, fill them in, and give others a link to do so.</summary>
    KeepWorksheets,

    /// <summary>Answer the review rounds to which one is invited.</summary>
    AnswerReviews,
}
