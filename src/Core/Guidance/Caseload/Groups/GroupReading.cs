using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Closing;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload.Groups;

/// <summary>Reads a part of a caseload for a <see cref="GroupView"/>: those customers alone whose records the actor may open today.</summary>
public sealed class GroupReading(Db db, PersonalSeal seal, LoadedSkills skills)
{
    /// <summary>Programs are looked for to the goals of most people.</summary>
    private const int MostGoals = 12;

    private const int MostPrograms = 240, SocLength = 7;

    public async Task<GroupView> ReadAsync(Actor actor, GroupChoice choice, DateTimeOffset now, CancellationToken stop = default)
    {
        var all = await CasesAsync(actor, choice, now, stop);
        List<GroupTag> tags = [.. all.SelectMany(c => c.Card.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCultureIgnoreCase).Select(t => GroupTag.Of(actor.Id, t))];
        var goals = new Goals(skills.Table);
        var chosen = all.Where(c => (choice.Goal is null || c.Goal == choice.Goal)
            && (choice.Tag is not { } tag || c.Card.Tags.Exists(t => GroupTag.Of(actor.Id, t).Key == tag))).ToList();
        var members = chosen.Select(c => goals.Member(c, now.Year)).OfType<GroupMember>().ToList();
        var gaps = GroupGaps.Of(members);
        var found = await OffersAsync(gaps, goals, stop);
        var programs = GroupWays.Of(members, found.Offers);
        var profiles = found.Candidates.Programs.Select(p => p.Profile).ToDictionary(p => p.Program.Id, StringComparer.Ordinal);
        return new(gaps, programs)
        {
            People = chosen.Count,
            WithoutGoal = chosen.Count - members.Count,
            NotAssessed = members.Count(m => !m.IsAssessed),
            Names = chosen.Where(c => c.IsOwn).ToDictionary(c => c.Customer, c => c.Card.Name),
            Tags = tags,
            Goals = all.Select(c => c.Goal).OfType<string>().Distinct(StringComparer.Ordinal).Where(g => skills.Table.Row(g) >= 0).ToDictionary(g => g, g => skills.Table.Occupations[skills.Table.Row(g)].Title),
            Profiles = profiles,
            Releases = [.. programs.Select(p => profiles[p.Program].Release).Append(skills.Release).OfType<DataRelease>().DistinctBy(r => r.Key)],
        };
    }

    private sealed record Case(Guid Customer, CustomerCard Card, bool IsOwn, string? Goal, Profile Profile);

    private async Task<List<Case>> CasesAsync(Actor actor, GroupChoice choice, DateTimeOffset now, CancellationToken stop)
    {
        var me = actor.Id;
        var readable = CaseloadSearch.Readable(db, actor, DateOnly.FromDateTime(now.UtcDateTime)).Where(c => c.State == CustomerState.Open && (choice.WithTeam || c.AdviserId == me));
        var customers = await readable.Select(c => new { c.Id, c.Card, IsOwn = c.AdviserId == me }).ToListAsync(stop);
        var ids = readable.Select(c => c.Id);
        var documents = (await db.CustomerDocuments.Where(d => ids.Contains(d.CustomerId)
                && !db.CustomerDocuments.Any(o => o.CustomerId == d.CustomerId && o.Kind == d.Kind && o.Revision > d.Revision))
            .Select(d => new { d.CustomerId, d.Kind, d.Content }).ToListAsync(stop)).ToDictionary(d => (d.CustomerId, d.Kind), d => d.Content);
        return
        [
            .. customers.OrderBy(c => c.Id).Select(c => new Case(c.Id, seal.OpenCard(c.Card), c.IsOwn,
                documents.TryGetValue((c.Id, DocumentKind.Plan), out var plan) ? PlanReader.Read(Open(plan)).Goal?.Code : null,
                documents.TryGetValue((c.Id, DocumentKind.Profile), out var profile) ? ProfileReader.Read(Open(profile)) : Profile.Empty)),
        ];
    }

    private async Task<(CandidatePrograms Candidates, List<GroupOffer> Offers)> OffersAsync(GroupGaps gaps, Goals goals, CancellationToken stop)
    {
        var wanted = gaps.Goals.Take(MostGoals).Select(g => g.Code).ToList();
        var search = new CandidateSearch([.. wanted.Select(g => g[..SocLength]).Distinct(StringComparer.Ordinal)], gaps.Lacks.Select(l => goals.Asked(l.Id))) { MostOfOccupations = MostPrograms };
        var candidates = await CandidatePrograms.FindAsync(db, skills.Table, search, stop);
        return (candidates, [.. candidates.Programs.Select(p => new GroupOffer(p.Profile.Program.Id, p.Profile.Program.Of(Training.ProgramFigure.TotalCost))
        {
            Taught = wanted.ToDictionary(g => g, IReadOnlyDictionary<string, IReadOnlyList<TaughtLevel>> (g) => goals.Taught(g, p), StringComparer.Ordinal),
        })]);
    }

    private byte[] Open(string content) => Utf8.Strict.GetBytes(seal.Open(content));

    /// <summary>What each goal of the group asks for, worked out once for all who have it.</summary>
    private sealed class Goals(SkillTable table)
    {
        private readonly Dictionary<string, (Requirements Asked, GapCover Cover)?> _goals = new(StringComparer.Ordinal);

        /// <summary>Null where there is no goal, or it has no ratings.</summary>
        public GroupMember? Member(Case one, int year)
        {
            if (one.Goal is not { } goal || Of(goal) is not { } found)
                return null;
            var person = PersonSkills.Of(table, one.Profile, year);
            return new(one.Customer, goal, GapAnalysis.Of(found.Asked.Items, r => found.Asked.LevelOf(r, one.Profile, person)));
        }

        public Requirement Asked(string id) => _goals.Values.OfType<(Requirements Asked, GapCover Cover)>().SelectMany(g => g.Asked.Items).First(r => r.Id == id);

        public Dictionary<string, IReadOnlyList<TaughtLevel>> Taught(string goal, CandidateProgram program) =>
            Of(goal)!.Value.Asked.Items.ToDictionary(r => r.Id, r => Of(goal)!.Value.Cover.Taught(r, program.Profile.Program.SearchText, program.Occupations), StringComparer.Ordinal);

        private (Requirements Asked, GapCover Cover)? Of(string goal)
        {
            if (_goals.TryGetValue(goal, out var known))
                return known;
            var asked = Requirements.OfOccupation(table, goal, g => LanguageText.Of("en", g.ToString()));
            return _goals[goal] = asked is null ? null : (asked, new GapCover(table, [.. asked.Items.Select(r => new GapRow(r, null))], []));
        }
    }
}
