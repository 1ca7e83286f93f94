using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Interop.Case;

/// <summary>Whoever keeps a package piece by piece. <paramref name="Cut"/> is called after each piece and says where it stands in the packed file.</summary>
public sealed record CasePieces(Func<CaseStretch> Cut, CaseFormer? Former);

/// <summary>
/// The package of an earlier version, of which pieces can be used again; <paramref name="Copy"/> takes one over and says where it now
/// stands in the packed file. <paramref name="Open"/> gives a second connection, as both halves of the versions are compared at once.
/// </summary>
public sealed record CaseFormer(FrameworkVersion Version, CaseIndex Index, IReadOnlyList<CaseRun> Runs, Func<CaseRun, CaseStretch> Copy, Func<Db> Open);

/// <summary>Where everything stands in a package that was written.</summary>
public sealed record CaseContents(CaseIndex.Builder Index, IReadOnlyList<CaseRun> Runs);
