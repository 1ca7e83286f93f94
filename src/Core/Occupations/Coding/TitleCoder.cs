using Trellis.Core.Occupations.Search;

namespace Trellis.Core.Occupations.Coding;

/// <summary>
/// Names the occupations that a job title may mean, with a confidence for each, and says when several fit. Knows the texts of one
/// release and nothing else; never changes, safe for several threads. docs/formulas.md, "Title coding".
/// </summary>
public sealed class TitleCoder
{
    private readonly Occupation[] _occupations;
    private readonly int[] _socs;
    private readonly TitleEvidenceReader _reader;
    private readonly CoderWeights _weights;

    public TitleCoder(OccupationTexts texts, TitleNets nets, CoderWeights? weights = null, TitleAbbreviations? abbreviations = null)
    {
        _occupations = [.. texts.Occupations.OrderBy(o => o.Code, StringComparer.Ordinal)];
        string[] socs = [.. _occupations.Select(o => o.Soc).Distinct()];
        _socs = [.. _occupations.Select(o => Array.BinarySearch(socs, o.Soc, StringComparer.Ordinal))];
        _reader = new(texts, nets, abbreviations ?? TitleAbbreviations.Shipped);
        _weights = weights ?? CoderWeights.Shipped;
    }

    /// <summary>The occupations in the order that evidence numbers them.</summary>
    public IReadOnlyList<Occupation> Occupations => _occupations;

    public CodedTitle Code(TitleQuestion question, int top = 5)
    {
        var found = _reader.Read(question);
        if (found is null || _occupations.Length == 0)
            return new() { Title = question.Title, SeveralFit = true, Candidates = [] };
        var probabilities = new float[_occupations.Length];
        found.Evidence.Fill(_weights, probabilities);
        var groups = Groups(probabilities);
        var candidates = new List<TitleCandidate>(top);
        foreach (var group in groups.Take(top))
            candidates.Add(Candidate(group, probabilities, found));
        return new() { Title = question.Title, SeveralFit = candidates.Count == 0 || candidates[0].Confidence < _weights.Alone, Candidates = candidates };
    }

    /// <summary>The evidence alone, from which weights are fitted; null where the title has no word.</summary>
    public TitleEvidence? EvidenceOf(TitleQuestion question) => _reader.Read(question)?.Evidence;

    /// <summary>SOC codes by the summed probability of their occupations; equal ones in the order of the codes.</summary>
    private List<SocGroup> Groups(ReadOnlySpan<float> probabilities)
    {
        var groups = new List<SocGroup>(probabilities.Length);
        for (var first = 0; first < _socs.Length;)
        {
            var (end, best, sum) = (first, first, 0f);
            for (; end < _socs.Length && _socs[end] == _socs[first]; end++)
            {
                sum += probabilities[end];
                if (probabilities[end] > probabilities[best])
                    best = end;
            }
            groups.Add(new(first, end, best, sum));
            first = end;
        }
        return [.. groups.OrderByDescending(g => g.Probability).ThenBy(g => g.First)];
    }

    private TitleCandidate Candidate(SocGroup group, ReadOnlySpan<float> probabilities, FoundEvidence found)
    {
        const float NearlyAsLikely = 0.5f;
        var also = new List<string>();
        for (var o = group.First; o < group.End; o++)
        {
            if (o != group.Best && probabilities[o] >= NearlyAsLikely * probabilities[group.Best])
                also.Add(_occupations[o].Code);
        }
        return new()
        {
            OnetSoc = _occupations[group.Best].Code,
            Soc = _occupations[group.Best].Soc,
            Title = _occupations[group.Best].Title,
            Confidence = Confidence(group.Probability, found.Evidence.IsKnown),
            Reason = _reader.ReasonOf(found, group.Best),
            AlsoOnetSoc = also,
        };
    }

    private double Confidence(double probability, bool isKnown)
    {
        const double Least = 1e-6;
        var (slope, offset) = isKnown ? (_weights.KnownSlope, _weights.KnownOffset) : (_weights.NewSlope, _weights.NewOffset);
        var inside = Math.Clamp(probability, Least, 1 - Least);
        return 1 / (1 + Math.Exp(-(slope * Math.Log(inside / (1 - inside)) + offset)));
    }

    private readonly record struct SocGroup(int First, int End, int Best, float Probability);
}
