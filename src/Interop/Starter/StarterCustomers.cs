using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Trellis.Interop.Starter;

/// <summary>The invented customers of data/starter/customers.yaml. A fault in it ends the start of a demonstration: the file is ours.</summary>
public static class StarterCustomers
{
    public static IReadOnlyList<DemoCustomer> Read(string dataFolder, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var read = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithEnumNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build()
            .Deserialize<List<OneCustomer>>(PlainYaml.Of(File.ReadAllText(Path.Combine(dataFolder, "starter", "customers.yaml"), Utf8.Strict)));
        return [.. read.Select(c => Of(c, today))];
    }

    private static DemoCustomer Of(OneCustomer one, DateOnly today) => new(one.Key, new(one.Name, [.. one.Tags]))
    {
        Begun = one.Begun,
        Contact = one.Contact,
        ConsentDays = one.Consent,
        Goal = one.Goal,
        Profile = Profile.Empty with
        {
            Education = one.Education,
            Jobs = [.. one.Jobs.Select(j => new PastJob(j.Title, j.Code) { Months = j.Months, IsCurrent = j.Current, EndYear = j.Ended is { } ended ? today.AddDays(ended).Year : null })],
            Ratings = [.. one.Ratings.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new SkillRating(r.Key, r.Value) { On = today.AddDays(one.Contact) })],
        },
        Steps = [.. one.Steps.Select(s => new PlanEntry(s.Kind, s.Text, s.Who) { Due = today.AddDays(s.Due) })],
        Tasks = [.. one.Tasks.Select(t => (t.Text, today.AddDays(t.Due)))],
        Notes = [.. one.Notes.Select(n => (n.Kind, n.Text, n.Day))],
    };

    private sealed class OneCustomer
    {
        public string Key { get; set; } = "";
        public string Name { get; set; } = "";
        public List<string> Tags { get; set; } = [];
        public int Begun { get; set; }
        public int Contact { get; set; }
        public int Consent { get; set; }
        public EducationLevel? Education { get; set; }
        public List<OneJob> Jobs { get; set; } = [];
        public Dictionary<string, int> Ratings { get; set; } = [];
        public string? Goal { get; set; }
        public List<OneStep> Steps { get; set; } = [];
        public List<OneTask> Tasks { get; set; } = [];
        public List<OneNote> Notes { get; set; } = [];
    }

    private sealed class OneJob
    {
        public string Title { get; set; } = "";
        public string Code { get; set; } = "";
        public int Months { get; set; }
        public bool Current { get; set; }
        public int? Ended { get; set; }
    }

    private sealed class OneStep
    {
        public PlanEntryKind Kind { get; set; }
        public string Text { get; set; } = "";
        public PlanParty Who { get; set; }
        public int Due { get; set; }
    }

    private sealed class OneTask
    {
        public string Text { get; set; } = "";
        public int Due { get; set; }
    }

    private sealed class OneNote
    {
        public NoteKind Kind { get; set; }
        public int Day { get; set; }
        public string Text { get; set; } = "";
    }
}
