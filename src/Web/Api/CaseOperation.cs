using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>An operation of CASE as its endpoint is marked: what it is called, and what it answers.</summary>
public sealed record CaseOperation(string Name, string Collection, CaseClass Answer, string Group)
{
    public bool IsList => Answer == CaseClasses.DocumentSet;

    public string Path => IsList ? "/" + Collection : $"/{Collection}/{{sourcedId}}";

    /// <summary>The operations that read; the standard has no others.</summary>
    public static IReadOnlyList<CaseOperation> All { get; } =
    [
        new("getAllCFDocuments", "CFDocuments", CaseClasses.DocumentSet, "DocumentsManager"),
        new("getCFDocument", "CFDocuments", CaseClasses.Document, "DocumentsManager"),
        new("getCFPackage", "CFPackages", CaseClasses.Package, "PackagesManager"),
        new("getCFItem", "CFItems", CaseClasses.Item, "ItemsManager"),
        new("getCFItemAssociations", "CFItemAssociations", CaseClasses.AssociationSet, "AssociationsManager"),
        new("getCFAssociation", "CFAssociations", CaseClasses.Association, "AssociationsManager"),
        new("getCFAssociationGrouping", "CFAssociationGroupings", CaseClasses.Grouping, "DefinitionsManager"),
        new("getCFConcept", "CFConcepts", CaseClasses.ConceptSet, "DefinitionsManager"),
        new("getCFSubject", "CFSubjects", CaseClasses.SubjectSet, "DefinitionsManager"),
        new("getCFItemType", "CFItemTypes", CaseClasses.ItemTypeSet, "DefinitionsManager"),
        new("getCFLicense", "CFLicenses", CaseClasses.License, "DefinitionsManager"),
        new("getCFRubric", "CFRubrics", CaseClasses.Rubric, "RubricsManager"),
    ];
}
