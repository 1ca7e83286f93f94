using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>A program made of a row of a list.</summary>
internal static class ProgramRow
{
    private static readonly string[] CostFields = ["tuition", "fees", "supplies", "tools", "otherCosts"];

    /// <summary>The program, or null where the row names none; then the report says why.</summary>
    public static TrainingProgram? Read(ListRow row, Provider provider, int key)
    {
        if (row.Text("name") is not { } name)
        {
            row.Note(Problem.Rejected("no-name", row.Where("name"), "The row names no program."));
            return null;
        }
        var cip = Cip(row);
        var length = ProgramLength.Read(row);
        var costs = Costs(row);
        var credential = string.Join("; ", row.All("credential"));
        var description = row.Lines("description");
        return new()
        {
            ReleaseKey = key,
            Id = ListIds.Program(row, provider, name, cip),
            ProviderId = provider.Id,
            Name = name,
            Description = description,
            Url = row.Text("url") is { } url ? ListText.Url(url) : null,
            Cip = cip,
            Outcomes = string.Concat(row.All("outcomes").SelectMany(o => o).Where(char.IsAsciiDigit).Distinct().Order()),
            Credential = credential.Length > 0 ? credential : null,
            Prerequisites = row.Lines("prerequisites"),
            Hours = length.Hours.Value,
            WeeksLeast = length.WeeksLeast,
            WeeksMost = length.WeeksMost,
            IsCompetencyBased = length.IsCompetencyBased,
            Format = Format(string.Join(' ', row.All("format"))),
            Tuition = (int?)costs.Tuition.Value,
            Fees = (int?)costs.Fees.Value,
            Supplies = (int?)costs.Supplies.Value,
            OtherCosts = (int?)costs.Other.Value,
            OutOfPocket = (int?)costs.OutOfPocket.Value,
            TotalCost = (int?)costs.Total.Value,
            Marks = FigureMarks.Write(length.Hours.State, length.Weeks, costs.Tuition.State, costs.Fees.State, costs.Supplies.State, costs.Other.State, costs.OutOfPocket.State, costs.Total.State),
            ListedOn = row.Day("listedOn"),
            Status = row.Text("status"),
            City = provider.City,
            State = provider.State,
            Zip = provider.Zip,
            County = provider.County,
            Languages = row.Text("languages"),
            HasEvening = row.Flag("evening"),
            IsAccessible = row.Flag("accessible"),
            HasChildCare = row.Flag("childCare"),
            PlaceText = PlaceFilter.PlaceText(provider.City, provider.County),
            SearchText = ProgramWords.Of(name, credential, provider.Name, description ?? ""),
        };
    }

    /// <summary>The occupations that the provider names.</summary>
    public static IEnumerable<ProgramOccupation> Occupations(ListRow row, TrainingProgram program)
    {
        var ordinal = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in new[] { "occupation1", "occupation2", "occupation3" })
        {
            if (row.Text(field) is not { } text)
                continue;
            if (ListText.Occupation(text) is { } code && SocCode.TryParse(code, out var soc) && seen.Add(code))
                yield return new() { ReleaseKey = program.ReleaseKey, ProgramId = program.Id, Ordinal = ++ordinal, Soc = soc.Value, OnetSoc = OnetSocCode.TryParse(code, out var onet) ? onet.Value : null };
            else if (ListText.Occupation(text) is null)
                row.Note(Problem.Repaired("not-a-soc", row.Where(field), "'{0}' is no code of an occupation; it was left out. Expected: 29-1141 or 29-1141.00.", text));
        }
    }

    public static string? Cip(ListRow row)
    {
        if (row.Text("cip") is not { } text)
            return null;
        if (ListText.Cip(text) is { } cip)
            return cip;
        row.Note(Problem.Repaired("not-a-cip", row.Where("cip"), "'{0}' is no code of a field of study; the row was taken without one. Expected: 51.3801.", text));
        return null;
    }

    private static ProgramFormat Format(string text)
    {
        var (inPerson, online) = (Says(text, "person"), Says(text, "online") || Says(text, "learning"));
        return Says(text, "hybrid") || Says(text, "blended") || (inPerson && online) ? ProgramFormat.Hybrid
            : online ? ProgramFormat.Online
            : inPerson ? ProgramFormat.InPerson : ProgramFormat.NotReported;
    }

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static ProgramCosts Costs(ListRow row)
    {
        var parts = CostFields.Where(row.Has).ToDictionary(f => f, row.Money, StringComparer.Ordinal);
        var stated = row.Money("totalCost");
        var sum = TotalCost.Of(Figure.NotReported, [.. parts.Values]);
        if (stated.Value is { } total && sum.Value is { } all && total != all)
        {
            row.Note(Problem.Noted("total-differs", row.Where("totalCost"), "The list gives a total of ${0}, its parts add up to ${1}; the larger of the two is shown.", Dollars(total), Dollars(all)));
            stated = Figure.Of(Math.Max(total, all));
        }
        // Books and tools, which some lists part, are one.
        var supplies = parts.TryGetValue("tools", out var tools) ? TotalCost.Of(Figure.NotReported, Part("supplies"), tools) : Part("supplies");
        return new(Part("tuition"), Part("fees"), supplies, Part("otherCosts"), row.Money("outOfPocket"), TotalCost.Of(stated, [.. parts.Values]));

        Figure Part(string field) => parts.GetValueOrDefault(field, Figure.NotReported);
    }

    private static string Dollars(double cents) => (cents / 100).ToString("N0", CultureInfo.InvariantCulture);

    private sealed record ProgramCosts(Figure Tuition, Figure Fees, Figure Supplies, Figure Other, Figure OutOfPocket, Figure Total);
}
