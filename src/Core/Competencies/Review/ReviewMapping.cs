using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies.Drafting;

namespace Trellis.Core.Competencies.Review;

/// <summary>The tables of reviews, and of what was retired.</summary>
public static class ReviewMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<RoundStatus>().HaveConversion<string>();
        conventions.Properties<Verdict>().HaveConversion<string>();
        conventions.Properties<ProposalDecision>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<FrameworkRetirement>().ToTable("framework_retirements").HasKey(r => r.FrameworkKey);
        model.Entity<FrameworkRetirement>().Property(r => r.FrameworkKey).ValueGeneratedNever();
        model.Entity<ReviewRound>().ToTable("review_rounds").HasKey(r => r.Id);
        model.Entity<ReviewInvitation>().ToTable("review_invitations").HasKey(i => i.Id);
        model.Entity<ReviewRating>().ToTable("review_ratings").HasKey(r => new { r.InvitationId, r.StatementId });
        model.Entity<ReviewProposal>().ToTable("review_proposals").HasKey(p => p.Id);
        model.Entity<ReviewDecision>().ToTable("review_decisions").HasKey(d => new { d.RoundId, d.StatementId });
    }
}
