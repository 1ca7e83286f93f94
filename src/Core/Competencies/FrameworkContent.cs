namespace Trellis.Core.Competencies;

/// <summary>
/// A whole framework in memory, in one version: what an import reads and <see cref="FrameworkEditor"/> writes. Statements may
/// come in any order with <see cref="Statement.ParentId"/> and <see cref="Statement.Position"/> set; <see cref="StatementTree"/>
/// arranges them.
/// </summary>
public sealed record FrameworkContent(
    Framework Framework,
    FrameworkVersion Version,
    List<Statement> Statements,
    List<Alignment> Alignments);
