using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Core.Guidance.Planning;

/// <summary>Reads a plan file strictly: all faults are told with their places, and a file with any is not taken at all.</summary>
public static class PlanReader
{
    public const int MostEntries = 40, MostPrograms = 4, MostMoney = 20, MostGaps = 6, MostSignatures = 20, MostChanges = 100, LongestName = 120, LongestText = 200;

    public const long MostCents = 100_000_000;

    private const int MostLines = 8, MostVersions = 1000, MostRequirements = 5000, MostTenths = 40;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static Plan Read(ReadOnlyMemory<byte> file)
    {
        var problems = new List<Problem>();
        try
        {
            using var json = JsonDocument.Parse(file, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new UnusableInputException(Problem.Rejected("no-plan", "", "This is no plan that was saved here: there is no object in it."));
            var plan = Read(new ProfileFields(json.RootElement, "", problems));
            return problems.Count == 0 ? plan : throw new UnusableInputException(problems);
        }
        catch (JsonException e)
        {
            throw new UnusableInputException(Problem.Rejected("not-json", "", "Line {0} is not JSON.", $"{e.LineNumber + 1}"));
        }
    }

    private static Plan Read(ProfileFields fields)
    {
        if (fields.Text("format", 40, isNeeded: true) is { } format && format != PlanJson.Format)
            fields.Fault("unknown-format", "format", "The format is \"{0}\"; this program reads \"{1}\".", format, PlanJson.Format);
        if (fields.Whole("version", 1, int.MaxValue, isNeeded: true) is > PlanJson.Version and var version)
            fields.Fault("newer-version", "version", "The file is of version {0}; this program reads version {1}.", $"{version}", $"{PlanJson.Version}");
        var plan = new Plan
        {
            Version = fields.Whole("planVersion", 1, MostVersions, isNeeded: true) ?? 1,
            Participant = fields.Text("participant", LongestName),
            Adviser = fields.Text("adviser", LongestName),
            Goal = fields.Object("goal", Goal),
            Gaps = [.. fields.Objects("gaps", MostGaps, Gap)],
            Entries = [.. fields.Objects("entries", MostEntries, Entry)],
            Programs = [.. fields.Objects("programs", MostPrograms, Program)],
            Money = [.. fields.Objects("money", MostMoney, Money)],
            Signatures = [.. fields.Objects("signatures", MostSignatures, Signature)],
            Changes = [.. fields.Objects("changes", MostChanges, Change)],
        };
        if (plan.Programs.Count(p => p.IsChosen) > 1)
            fields.Fault("two-choices", "programs", "Two programs are chosen; one is the most.");
        fields.Close();
        return plan;
    }

    private static PlanGoal? Goal(ProfileFields fields)
    {
        var (code, title) = (fields.Text("code", 10, isNeeded: true), fields.Text("title", LongestName, isNeeded: true));
        if (code is not null && !OnetSocCode.TryParse(code, out _))
            fields.Fault("no-onet-code", "code", "\"{0}\" is no O*NET-SOC code. Codes look like 29-1141.00.", code);
        var (model, version) = (fields.Text("model", LongestName), fields.Text("modelVersion", LongestName));
        return code is null || title is null ? null : new(code, title) { Model = model, ModelVersion = version };
    }

    private static GapSnapshot? Gap(ProfileFields fields)
    {
        var (on, release) = (Needed(fields, "on"), fields.Text("release", LongestName));
        var gap = new GapSnapshot(on ?? default, release ?? "")
        {
            Ready = fields.Whole("ready", 0, 100),
            Lowest = fields.Whole("lowest", 0, 100),
            Highest = fields.Whole("highest", 0, 100),
            Have = Count("have"),
            Partly = Count("partly"),
            Missing = Count("missing"),
            NotAssessed = Count("notAssessed"),
            Lines = [.. fields.Objects("lines", MostLines, Line)],
        };
        return on is null ? null : gap;

        int Count(string name) => fields.Whole(name, 0, MostRequirements, isNeeded: true) ?? 0;
    }

    private static GapLine? Line(ProfileFields fields)
    {
        var (name, asked, person) = (fields.Text("name", LongestName, isNeeded: true), fields.Whole("asked", 0, MostTenths, isNeeded: true), fields.Whole("person", 0, MostTenths));
        return name is null || asked is null ? null : new(name, asked.Value, person);
    }

    private static PlanEntry? Entry(ProfileFields fields)
    {
        var (kind, text, who) = (fields.Member<PlanEntryKind>("kind", isNeeded: true), fields.Text("text", LongestText, isNeeded: true), fields.Member<PlanParty>("who", isNeeded: true));
        var (due, done) = (fields.Day("due"), fields.Day("done"));
        return kind is null || text is null || who is null ? null : new(kind.Value, text, who.Value) { Due = due, Done = done };
    }

    private static ConsideredProgram? Program(ProfileFields fields)
    {
        var (id, name) = (fields.Text("id", LongestName, isNeeded: true), fields.Text("name", LongestName, isNeeded: true));
        var program = new ConsideredProgram(id ?? "", name ?? "", fields.Text("provider", LongestName) ?? "", fields.Text("source", LongestName) ?? "")
        {
            Cost = Figure("costCents", "costState", MostCents),
            Weeks = Figure("weeks", "weeksState", 5200),
            AtWork = Figure("atWorkPercent", "atWorkState", 100),
            IsChosen = fields.Flag("chosen"),
            Reason = fields.Text("reason", LongestText),
        };
        return id is null || name is null ? null : program;

        Figure Figure(string number, string state, long most)
        {
            var value = fields.Large(number, 0, most);
            return Codes.Figure.From(value, fields.Member<FigureState>(state) ?? (value is null ? FigureState.NotReported : FigureState.Value));
        }
    }

    private static PlanMoney? Money(ProfileFields fields)
    {
        var (text, cents) = (fields.Text("text", LongestText, isNeeded: true), fields.Large("cents", 0, MostCents, isNeeded: true));
        var (funding, granted) = (fields.Flag("funding"), fields.Flag("granted"));
        return text is null || cents is null ? null : new(text, cents.Value, funding) { IsGranted = granted };
    }

    private static PlanSignature? Signature(ProfileFields fields)
    {
        var (signer, name) = (fields.Member<PlanSigner>("signer", isNeeded: true), fields.Text("name", LongestName, isNeeded: true));
        var (on, version) = (Needed(fields, "on"), fields.Whole("planVersion", 1, MostVersions, isNeeded: true));
        return signer is null || name is null || on is null || version is null ? null : new(signer.Value, name, on.Value, version.Value);
    }

    private static PlanChange? Change(ProfileFields fields)
    {
        var (version, on) = (fields.Whole("planVersion", 1, MostVersions, isNeeded: true), Needed(fields, "on"));
        var (kind, about) = (fields.Member<PlanChangeKind>("kind", isNeeded: true), fields.Text("about", LongestText) ?? "");
        return version is null || on is null || kind is null ? null : new(version.Value, on.Value, kind.Value, about);
    }

    private static DateOnly? Needed(ProfileFields fields, string name)
    {
        fields.Text(name, 40, isNeeded: true);
        return fields.Day(name);
    }
}
