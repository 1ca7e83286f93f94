using static Trellis.Interop.Case.CaseValue;

namespace Trellis.Interop.Case;

/// <summary>
/// The classes of CASE 1.1, field by field. What goes out is written by these tables, and the description that the server gives
/// of itself is made from them.
/// </summary>
public static class CaseClasses
{
    public static readonly CaseClass Link = new("LinkURIDType", Must("title", Text), Must("identifier", Uuid), Must("uri", CaseValue.Uri));

    public static readonly CaseClass NodeLink = new(
        "LinkGenURIDType", Must("title", Text), Must("identifier", Text), Must("uri", CaseValue.Uri), New("targetType", TargetType));

    public static readonly CaseClass PackageDocument = new("CFPckgDocumentDType", DocumentFields());

    public static readonly CaseClass Document = new("CFDocumentDType", [.. DocumentFields(), Of("CFPackageURI", Link) with { IsRequired = true }]);

    public static readonly CaseClass PackageItem = new("CFPckgItemDType", ItemFields());

    public static readonly CaseClass Item = new("CFItemDType", [.. ItemFields(), Of("CFDocumentURI", Link) with { IsRequired = true }]);

    public static readonly CaseClass PackageAssociation = new("CFPckgAssociationDType", AssociationFields());

    public static readonly CaseClass Association = new("CFAssociationDType", [.. AssociationFields(), Of("CFDocumentURI", Link)]);

    public static readonly CaseClass Concept = new(
        "CFConceptDType", [.. Identity(), Must("title", Text), May("keywords", Text), Must("hierarchyCode", Text), May("description", Text), Changed, More("CFConcept")]);

    public static readonly CaseClass Subject = new(
        "CFSubjectDType", [.. Identity(), Must("title", Text), Must("hierarchyCode", Text), May("description", Text), Changed, More("CFSubject")]);

    public static readonly CaseClass License = new(
        "CFLicenseDType", [.. Identity(), Must("title", Text), May("description", Text), Must("licenseText", Text), Changed, More("CFLicense")]);

    public static readonly CaseClass ItemType = new(
        "CFItemTypeDType",
        [.. Identity(), Must("title", Text), Must("description", Text), Must("hierarchyCode", Text), May("typeCode", Text), Changed, More("CFItemType")]);

    public static readonly CaseClass Grouping = new(
        "CFAssociationGroupingDType", [.. Identity(), Must("title", Text), May("description", Text), Changed, More("CFAssociationGrouping")]);

    private static readonly CaseClass LevelExtension = new("CFRubricCriterionLevelExtensionDType") { IsOpen = true };

    public static readonly CaseClass RubricLevel = new(
        "CFRubricCriterionLevelDType",
        [.. Identity(), May("description", Text), May("quality", Text), May("score", Number), May("feedback", Text), May("position", Whole),
            May("rubricCriterionId", Uuid), Changed, List("extensions", LevelExtension) with { IsNew = true }]);

    public static readonly CaseClass RubricCriterion = new(
        "CFRubricCriterionDType",
        [.. Identity(), May("category", Text), May("description", Text), Of("CFItemURI", Link), May("weight", Number), May("position", Whole),
            May("rubricId", Uuid), Changed, List("CFRubricCriterionLevels", RubricLevel), More("CFRubricCriterion")]);

    public static readonly CaseClass Rubric = new(
        "CFRubricDType",
        [.. Identity(), May("title", Text), May("description", Text), Changed, List("CFRubricCriteria", RubricCriterion), More("CFRubric")]);

    public static readonly CaseClass Definitions = new(
        "CFDefinitionDType",
        List("CFConcepts", Concept), List("CFSubjects", Subject), List("CFLicenses", License), List("CFItemTypes", ItemType),
        List("CFAssociationGroupings", Grouping), More("CFDefinition"));

    public static readonly CaseClass Package = new(
        "CFPackageDType",
        Of("CFDocument", PackageDocument) with { IsRequired = true }, List("CFItems", PackageItem), List("CFAssociations", PackageAssociation),
        Of("CFDefinitions", Definitions), List("CFRubrics", Rubric), More("CFPackage"));

    public static readonly CaseClass DocumentSet = Set("CFDocumentSetDType", "CFDocuments", Document);

    public static readonly CaseClass ConceptSet = Set("CFConceptSetDType", "CFConcepts", Concept);

    public static readonly CaseClass SubjectSet = Set("CFSubjectSetDType", "CFSubjects", Subject);

    public static readonly CaseClass ItemTypeSet = Set("CFItemTypeSetDType", "CFItemTypes", ItemType);

    public static readonly CaseClass AssociationSet = new(
        "CFAssociationSetDType",
        Of("CFItem", Item) with { IsRequired = true }, List("CFAssociations", PackageAssociation) with { IsRequired = true, Fewest = 1 });

    private static CaseField Changed => Must("lastChangeDateTime", Instant);

    private static CaseField[] Identity() => [Must("identifier", Uuid), Must("uri", CaseValue.Uri)];

    private static CaseField[] DocumentFields() =>
    [
        .. Identity(), New("frameworkType", Text), New("caseVersion", Edition), Must("creator", Text), Must("title", Text), Changed,
        May("officialSourceURL", CaseValue.Uri), May("publisher", Text), May("description", Text), Texts("subject"), List("subjectURI", Link),
        May("language", Text), May("version", Text), May("adoptionStatus", Text), May("statusStartDate", Day), May("statusEndDate", Day),
        Of("licenseURI", Link), May("notes", Text), More("CFDocument"),
    ];

    private static CaseField[] ItemFields() =>
    [
        Must("identifier", Uuid), Must("fullStatement", Text), May("alternativeLabel", Text), May("CFItemType", Text), Must("uri", CaseValue.Uri),
        May("humanCodingScheme", Text), May("listEnumeration", Text), May("abbreviatedStatement", Text), Texts("conceptKeywords"),
        Of("conceptKeywordsURI", Link), May("notes", Text), Texts("subject") with { IsNew = true }, List("subjectURI", Link) with { IsNew = true },
        May("language", Text), Texts("educationLevel"), Of("CFItemTypeURI", Link), Of("licenseURI", Link), May("statusStartDate", Day),
        May("statusEndDate", Day), Changed, More("CFItem"),
    ];

    private static CaseField[] AssociationFields() =>
    [
        Must("identifier", Uuid), Must("associationType", CaseValue.AssociationType), May("sequenceNumber", Whole), Must("uri", CaseValue.Uri),
        Of("originNodeURI", NodeLink) with { IsRequired = true }, Of("destinationNodeURI", NodeLink) with { IsRequired = true },
        Of("CFAssociationGroupingURI", Link), Changed, New("notes", Text), More("CFAssociation"),
    ];

    private static CaseClass Set(string name, string list, CaseClass member) => new(name, List(list, member) with { IsRequired = true, Fewest = 1 });

    private static CaseField May(string name, CaseValue value) => new(name, value);

    private static CaseField Must(string name, CaseValue value) => new(name, value) { IsRequired = true };

    private static CaseField New(string name, CaseValue value) => new(name, value) { IsNew = true };

    private static CaseField Texts(string name) => new(name, Text) { IsList = true };

    private static CaseField Of(string name, CaseClass type) => new(name, CaseValue.Nested) { Class = type };

    private static CaseField List(string name, CaseClass type) => new(name, CaseValue.Nested) { Class = type, IsList = true };

    private static CaseField More(string owner) =>
        new("extensions", CaseValue.Nested) { Class = new(owner + "ExtensionDType") { IsOpen = true }, IsNew = true };
}
