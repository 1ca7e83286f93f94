using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Interop.Starter;

/// <summary>The fields of study, providers, programs, results and credentials of the starter set.</summary>
internal static class StarterTraining
{
    private static readonly string[] EntityNames =
        ["associate", "baccalaureate", "certificate", "apprenticeship", "private-nonprofit", "private-for-profit", "public", "other"];

    private static readonly string[] OutcomeNames =
    [
        "skill-gain-employment", "industry-certificate", "apprenticeship-certificate", "license", "associate", "bachelor", "certificate", "secondary-diploma", "employment",
        "skill-gain-credential",
    ];

    public static IReadOnlyList<StarterKind> Kinds { get; } =
    [
        new(ReleaseKinds.Cip, ["cip.csv"], (files, rows, stop) => rows.InsertAsync(
            files.Rows("cip.csv").Select(r => new Cip { ReleaseKey = rows.Key, Code = r["cip"], Title = r["title"] }), stop)),
        new(ReleaseKinds.CipSoc, ["cip-soc.csv"], (files, rows, stop) => rows.InsertAsync(
            files.Rows("cip-soc.csv").Select(r => new CipSoc { ReleaseKey = rows.Key, Cip = r["cip"], CipTitle = r["cip_title"], Soc = r["soc"], SocTitle = r["soc_title"] }), stop)),
        new(ReleaseKinds.Programs, ["providers.csv", "programs.csv", "credentials.csv"], WriteProgramsAsync),
        new(ReleaseKinds.ProgramOutcomes, ["outcomes.csv", "programs.csv"], WriteOutcomesAsync),
        new(ReleaseKinds.Credentials, ["credentials.csv"], (files, rows, stop) => rows.InsertAsync(files.Rows("credentials.csv").Select(r => CredentialOf(r, rows.Key)), stop)),
    ];

    private static async Task WriteProgramsAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop)
    {
        var providers = files.Rows("providers.csv").ToDictionary(r => r["provider"]);
        // Credentials stand in a release of their own; a program names them by their short names.
        var credentials = files.Of(null).Rows("credentials.csv").ToDictionary(r => r["credential"], r => r["name"]);
        await rows.InsertAsync(providers.Values.Select(r => ProviderOf(r, rows.Key)), stop);
        await rows.InsertAsync(files.Rows("programs.csv").Select(r => ProgramOf(r, providers[r["provider"]], credentials, rows.Key)), stop);
        await rows.InsertAsync(files.Rows("programs.csv").SelectMany(r => r.List("socs")
            .Select((soc, i) => new ProgramOccupation { ReleaseKey = rows.Key, ProgramId = r["program"], Ordinal = i + 1, Soc = soc })), stop);
    }

    private static async Task WriteOutcomesAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop)
    {
        var programs = files.Of(null).Rows("programs.csv").ToDictionary(r => r["program"]);
        await rows.InsertAsync(files.Rows("outcomes.csv").Select((r, i) => OutcomeOf(r, programs[r["program"]], rows.Key, i)), stop);
    }

    private static Provider ProviderOf(StarterRow r, int key) => new()
    {
        ReleaseKey = key,
        Id = r["provider"],
        Name = r["name"],
        Description = r.Text("description"),
        EntityTypes = string.Concat(r.List("entity_types").Select(e => Digit(EntityNames, e) + 1)),
        Street = r.Text("street"),
        City = r.Text("city"),
        State = r.Text("state"),
        Zip = r.Text("zip"),
        County = r.Text("county"),
        Url = r.Text("url"),
    };

    private static TrainingProgram ProgramOf(StarterRow r, StarterRow provider, Dictionary<string, string> credentials, int key)
    {
        var (hours, weeks, tuition, supplies) = (r.Figure("hours"), r.Figure("weeks"), r.Cents("tuition"), r.Cents("supplies"));
        var (other, outOfPocket) = (r.Cents("other_costs"), r.Cents("out_of_pocket"));
        var total = TotalCost.Of(Figure.NotReported, tuition, supplies, other);
        var credential = r.Text("credential") is { } name ? credentials.GetValueOrDefault(name, name) : null;
        return new()
        {
            ReleaseKey = key,
            Id = r["program"],
            ProviderId = r["provider"],
            Name = r["name"],
            Description = r.Text("description"),
            Url = r.Text("url"),
            Cip = r.Text("cip"),
            Outcomes = string.Concat(r.List("outcomes").Select(o => Digit(OutcomeNames, o))),
            Credential = credential,
            Prerequisites = r.Text("prerequisites"),
            Hours = hours.Value,
            WeeksLeast = weeks.Value,
            WeeksMost = weeks.Value,
            IsCompetencyBased = r.YesNo("competency_based") ?? false,
            Format = r["format"] switch { "in-person" => ProgramFormat.InPerson, "online" => ProgramFormat.Online, "hybrid" => ProgramFormat.Hybrid, _ => ProgramFormat.NotReported },
            Tuition = (int?)tuition.Value,
            Supplies = (int?)supplies.Value,
            OtherCosts = (int?)other.Value,
            OutOfPocket = (int?)outOfPocket.Value,
            TotalCost = (int?)total.Value,
            Marks = FigureMarks.Write(hours.State, weeks.State, tuition.State, FigureState.NotReported, supplies.State, other.State, outOfPocket.State, total.State),
            ListedOn = DateOnly.TryParse(r["listed_on"], System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null,
            Status = r.Text("status"),
            City = r.Text("city"),
            State = r.Text("state"),
            Zip = r.Text("zip"),
            County = r.Text("county"),
            Languages = string.Join(", ", r.List("languages").Where(l => l != "en").Select(l => l == "es" ? "Spanish" : l)) is { Length: > 0 } languages ? languages : null,
            HasEvening = r.YesNo("evening"),
            IsAccessible = r.YesNo("accessible"),
            HasChildCare = r.YesNo("child_care"),
            SearchText = ProgramWords.Of(r["name"], credential ?? "", provider["name"], r["description"]),
            PlaceText = PlaceFilter.PlaceText(r.Text("city"), r.Text("county")),
        };
    }

    private static ProgramOutcome OutcomeOf(StarterRow r, StarterRow program, int key, int ordinal)
    {
        var (served, exited, completed) = (r.Figure("served"), r.Figure("exited"), r.Figure("completed"));
        var (q2, q2Of, q4, q4Of) = (r.Figure("employed_q2"), r.Figure("measured_q2"), r.Figure("employed_q4"), r.Figure("measured_q4"));
        var (earnings, credentials, credentialsOf) = (r.Cents("median_earnings"), r.Figure("credentials"), r.Figure("measured_credentials"));
        return new()
        {
            ReleaseKey = key,
            Ordinal = ordinal,
            ProviderId = program["provider"],
            ProgramId = r["program"],
            Cip = program.Text("cip"),
            Population = r["population"] == "wioa" ? Population.Wioa : Population.AllStudents,
            Period = r["period"],
            Served = (int?)served.Value,
            Exited = (int?)exited.Value,
            Completed = (int?)completed.Value,
            CompletionRate = Rate(completed, exited).Value,
            EmployedQ2 = (int?)q2.Value,
            EmployedQ2Of = (int?)q2Of.Value,
            EmployedQ2Rate = Rate(q2, q2Of).Value,
            EmployedQ4 = (int?)q4.Value,
            EmployedQ4Of = (int?)q4Of.Value,
            EmployedQ4Rate = Rate(q4, q4Of).Value,
            Earnings = (int?)earnings.Value,
            EarningsOf = (int?)q2.Value,
            Credentials = (int?)credentials.Value,
            CredentialsOf = (int?)credentialsOf.Value,
            CredentialRate = Rate(credentials, credentialsOf).Value,
            Marks = OutcomeMarks(served, exited, completed, q2, q2Of, q4, q4Of, earnings, credentials, credentialsOf),
        };
    }

    /// <summary>In the order of <see cref="OutcomeFigure"/>.</summary>
    private static string OutcomeMarks(params ReadOnlySpan<Figure> f) => FigureMarks.Write(
        f[0].State, f[1].State, f[2].State, Rate(f[2], f[1]).State, f[3].State, f[4].State, Rate(f[3], f[4]).State, f[5].State, f[6].State, Rate(f[5], f[6]).State,
        f[7].State, f[3].State, f[8].State, f[9].State, Rate(f[8], f[9]).State);

    /// <summary>The set writes counts down, and no rates: one of two counts that was withheld withholds the rate.</summary>
    private static Figure Rate(Figure count, Figure of) => (count.Value, of.Value) switch
    {
        ({ } some, > 0 and var all) => Figure.Of(some / all),
        _ when count.State == FigureState.Suppressed || of.State == FigureState.Suppressed => Figure.Suppressed,
        _ => Figure.NotReported,
    };

    private static Credential CredentialOf(StarterRow r, int key) => new()
    {
        ReleaseKey = key,
        Id = r["credential"],
        Kind = r["kind"] == "license" ? CredentialKind.License : CredentialKind.Certification,
        Name = r["name"],
        State = r.Text("state") is { } state ? state["state-".Length..] : null,
        Soc = r.List("socs") is [var soc, ..] ? soc : null,
    };

    private static int Digit(string[] names, string name) =>
        Array.IndexOf(names, name) is >= 0 and var digit ? digit : throw new InvalidDataException($"data/starter/programs.csv: '{name}' is none of {string.Join(", ", names)}.");
}
