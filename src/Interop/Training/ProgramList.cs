using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>A list of programs as it is put together from its files.</summary>
internal sealed class ProgramList(ReleaseLoad load)
{
    private readonly Dictionary<string, Provider> _providers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TrainingProgram> _programs = new(StringComparer.Ordinal);
    private int _ordinal;

    public IEnumerable<Provider> Providers => _providers.Values;

    public IEnumerable<TrainingProgram> Programs => _programs.Values;

    public List<ProgramOccupation> Occupations { get; } = [];

    public List<ProgramOutcome> Outcomes { get; } = [];

    public void Read(ListSource source)
    {
        // Providers that offer no program of the list are no part of it; what their file says fills gaps of the others.
        var known = new Dictionary<string, Provider>(StringComparer.Ordinal);
        foreach (var row in source.Read(load, "providers"))
        {
            if (ProviderRow.Read(row, load.Rows.Key) is { } provider)
                known.TryAdd(provider.Id, provider);
        }
        foreach (var row in source.Read(load, "programs"))
            Add(row, known);
        foreach (var provider in _providers.Values.Where(p => p.Name.Length == 0))
            load.Report.Add(Problem.Noted("nameless-provider", load.Source.Name, "The list names the provider {0} by its number only.", provider.Id));
        foreach (var row in source.Read(load, "outcomes"))
            Outcomes.AddRange(Results(row));
        Rank();
    }

    /// <summary>Results that a file of their own gives for a provider's programs in a field of study.</summary>
    public IEnumerable<ProgramOutcome> Results(ListRow row)
    {
        if (row.Text("provider.id") is null || ProgramRow.Cip(row) is not { } cip)
        {
            row.Note(Problem.Rejected("no-owner", row.Where("provider.id"), "The row does not say whose results it holds: it needs a provider and a field of study."));
            return [];
        }
        return OutcomeRow.Read(row, new(load.Rows.Key, ListIds.Provider(row, null), null, cip, Next));
    }

    /// <summary>Gives each program the results by which it is put in order: its own, else those of its provider's field of study.</summary>
    private void Rank()
    {
        var all = Outcomes.Where(o => o.Population == Population.AllStudents).ToList();
        var own = all.Where(o => o.ProgramId is not null).ToDictionary(o => o.ProgramId!, StringComparer.Ordinal);
        var fields = all.Where(o => o.ProgramId is null).ToLookup(o => (o.ProviderId, o.Cip));
        foreach (var program in _programs.Values)
        {
            var results = own.GetValueOrDefault(program.Id) ?? fields[(program.ProviderId, program.Cip)].FirstOrDefault();
            (program.EmployedQ2Rate, program.Earnings) = (results?.EmployedQ2Rate, results?.Earnings);
        }
    }

    private void Add(ListRow row, Dictionary<string, Provider> known)
    {
        if (ProviderRow.Read(row, load.Rows.Key) is not { } provider)
        {
            row.Note(Problem.Rejected("no-provider", row.Where("provider.name"), "The row names no provider, neither by name nor by number."));
            return;
        }
        if (known.TryGetValue(provider.Id, out var more))
            provider = ProviderRow.Join(provider, more);
        if (ProgramRow.Read(row, provider, load.Rows.Key) is not { } program)
            return;
        if (!_programs.TryAdd(program.Id, program))
        {
            row.Note(Problem.Rejected("repeated-program", row.Where("name"), "The program {0} of the same provider stands above already.", program.Name));
            return;
        }
        _providers[provider.Id] = _providers.TryGetValue(provider.Id, out var before) ? ProviderRow.Join(before, provider) : provider;
        Occupations.AddRange(ProgramRow.Occupations(row, program));
        Outcomes.AddRange(OutcomeRow.Read(row, new(load.Rows.Key, provider.Id, program.Id, program.Cip, Next)));
    }

    private int Next() => ++_ordinal;
}
