using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Profile;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// What O*NET says of an occupation as statements for a draft: its tasks, and the elements that matter in it (half of the scale or
/// more), each aligned to its element. Pure.
/// </summary>
public static class OccupationSource
{
    private const double LeastScore = 50;
    private const int MostOfEach = 12;
    private const string Language = "en";

    private static readonly (ElementGroup Group, string Title)[] Groups =
    [
        (ElementGroup.Knowledge, "Knowledge"),
        (ElementGroup.EssentialSkills, "Essential skills"),
        (ElementGroup.TransferableSkills, "Transferable skills"),
        (ElementGroup.Abilities, "Abilities"),
        (ElementGroup.WorkActivities, "Work activities"),
        (ElementGroup.WorkStyles, "Work styles"),
    ];

    public static PickSource Of(OccupationProfile profile, DateTimeOffset at)
    {
        var (statements, links) = (new List<Statement>(), new List<Alignment>());
        if (profile.Tasks.Count > 0)
        {
            var heading = Add(statements, null, StatementKind.Block, "Tasks", null, at);
            foreach (var task in profile.Tasks)
                Link(links, Add(statements, heading, StatementKind.Item, task.Text, null, at), new(profile.Occupation.Code, null, profile.Occupation.Title, NodeSchemes.OnetOccupation), at);
        }
        foreach (var (group, title) in Groups)
        {
            var elements = profile.Of(group)?.Elements.Where(e => e.Score >= LeastScore).Take(MostOfEach).ToList() ?? [];
            if (elements.Count == 0)
                continue;
            var heading = Add(statements, null, StatementKind.Block, title, null, at);
            foreach (var element in elements)
                Link(links, Add(statements, heading, StatementKind.Item, element.Description, element.Name, at), new(element.Id, null, element.Name, NodeSchemes.OnetElement), at);
        }
        StatementTree.Arrange(statements);
        return new($"O*NET {profile.Release.Edition}, {profile.Occupation.Code} {profile.Occupation.Title}", Language, statements, links, false);
    }

    private static Statement Add(List<Statement> statements, Statement? parent, StatementKind kind, string text, string? label, DateTimeOffset at)
    {
        var statement = new Statement
        {
            Id = Guid.NewGuid(),
            ParentId = parent?.Id,
            Position = statements.Count,
            Kind = kind,
            Text = LanguageText.Of(Language, text.Length > 0 ? text : label!),
            Label = LanguageText.OfNullable(Language, label),
            ChangedAt = at,
        };
        statements.Add(statement);
        return statement;
    }

    private static void Link(List<Alignment> links, Statement statement, NodeRef to, DateTimeOffset at) => links.Add(new()
    {
        Id = NameBasedId.Of(statement.Id, to.Id),
        Type = "isRelatedTo",
        Origin = NodeRef.Statement(statement.Id),
        Destination = to,
        ChangedAt = at,
    });
}
