using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Competencies.Following;

/// <summary>That a person wants to be told what happens to a model, or to the draft of its next version.</summary>
public sealed record ModelFollow
{
    public required Guid PersonId { get; init; }
    public required int FrameworkKey { get; init; }

    /// <summary>Whether it is the draft that is followed; its edits are news then, and not the versions.</summary>
    public required bool IsDraft { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>What happened later than this is new.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Whether news go out by e-mail too.</summary>
    public bool ByMail { get; init; }

    /// <summary>The language of the pages when the person began to follow: that of the e-mail.</summary>
    public required string Language { get; init; }

    /// <summary>What happened later than this has not been sent yet.</summary>
    public required DateTimeOffset MailedAt { get; init; }
}

/// <summary>The table of what people follow.</summary>
public static class FollowMapping
{
    public static void Map(ModelBuilder model) =>
        model.Entity<ModelFollow>().ToTable("model_follows").HasKey(f => new { f.PersonId, f.FrameworkKey, f.IsDraft });
}
