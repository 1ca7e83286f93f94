namespace Trellis.Interop.CredentialEngine;

/// <summary>The columns of the table in which Credential Engine takes competency frameworks.</summary>
internal static class EngineColumns
{
    public const string Id = "@id";
    public const string Ctid = "ceterms:ctid";
    public const string Type = "@type";
    public const string Name = "ceasn:name";
    public const string TopChildOf = "ceasn:isTopChildOf";
    public const string ChildOf = "ceasn:isChildOf";
    public const string Category = "ceasn:competencyCategory";
    public const string Notation = "ceasn:codedNotation";
    public const string Text = "ceasn:competencyText";
    public const string Comment = "ceasn:comment";

    public const string Framework = "ceasn:CompetencyFramework";
    public const string Competency = "ceasn:Competency";

    public static readonly string[] All = [Id, Ctid, Type, Name, TopChildOf, ChildOf, Category, Notation, Text, Comment];
}
