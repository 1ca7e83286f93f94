namespace Trellis.Core.Competencies.Drafting;

/// <summary>One small edit of a draft, saved by itself. It names the statements it changes by the revision its author saw.</summary>
public abstract record DraftCommand
{
    /// <summary>What is done, for the audit: "reword".</summary>
    public abstract string Act { get; }

    /// <summary>The statements that must not have changed since; the first is the one the edit is about.</summary>
    public virtual IReadOnlyList<SeenStatement> Seen => [];

    /// <summary>The statement that its author goes on with; null where there is none.</summary>
    public virtual Guid? Subject => Seen.Count > 0 ? Seen[0].Id : null;

    /// <summary>Whether its author can undo it.</summary>
    internal virtual bool IsUndoable => true;

    /// <summary>Whether something beside the statements is written even where none of them changes.</summary>
    internal virtual bool WritesMore => false;

    internal abstract Task ApplyAsync(DraftWork work, CancellationToken stop);
}

/// <summary>A statement in the revision that somebody saw.</summary>
public sealed record SeenStatement(Guid Id, int Revision);
