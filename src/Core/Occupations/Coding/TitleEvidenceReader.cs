using Trellis.Core.Occupations.Search;
using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Coding;

/// <summary>The evidence for a title with the titles that it rests on.</summary>
/// <param name="Same">The title of the release that is the same but for endings.</param>
internal sealed record FoundEvidence(TitleEvidence Evidence, string? Same, List<NearTitle> Near, bool HasDuties);

/// <summary>Gathers what speaks for each occupation: the nets, near titles, the words of its texts, its own titles, and the industry.</summary>
internal sealed class TitleEvidenceReader
{
    private const int LeastForSpelling = 5;
    private const float LeastShare = 1e-3f;
    private const float WordsScale = 1 / 3f;
    private const float LeastLikeness = 0.4f;

    private readonly TitleNets _nets;
    private readonly NearTitles _titles;
    private readonly OccupationWords _words;
    private readonly Dictionary<string, TitleExample> _known;
    private readonly Spelling _spelling;
    private readonly HashSet<string> _vocabulary;
    private readonly TitleAbbreviations _abbreviations;
    private readonly string[] _socs;

    public TitleEvidenceReader(OccupationTexts texts, TitleNets nets, TitleAbbreviations abbreviations)
    {
        (_nets, _abbreviations) = (nets, abbreviations);
        var numbers = OccupationNumbers.Of(texts);
        TitleExample[] titles = [.. TitleExample.All(texts, numbers, abbreviations)];
        (_titles, _words) = (new(titles), new(texts, numbers));
        _known = titles.Where(t => t.Parsed.Stems.Count > 0).GroupBy(t => Key(t.Parsed))
            .ToDictionary(g => g.Key, g => g.First() with { Occupations = [.. g.SelectMany(t => t.Occupations).Distinct()] }, StringComparer.Ordinal);
        _spelling = Spelling.Of(titles.SelectMany(t => t.Parsed.Words).CountBy(w => w).Select(w => new WordCount(w.Key, w.Value)));
        _vocabulary = titles.SelectMany(t => t.Parsed.Words).ToHashSet(StringComparer.Ordinal);
        _socs = [.. texts.Occupations.OrderBy(o => o.Code, StringComparer.Ordinal).Select(o => o.Soc)];
    }

    /// <summary>Null where neither title nor duties have a word.</summary>
    public FoundEvidence? Read(TitleQuestion question)
    {
        var title = Corrected(ParsedTitle.Of(question.Title, _abbreviations));
        var duties = ParsedTitle.OfText(question.Duties ?? "");
        if (title.Stems.Count == 0 && duties.Stems.Count == 0)
            return null;
        var evidence = new TitleEvidence(_socs.Length);
        var near = _titles.Find(title);
        _nets.FillTitle(title, evidence.Net);
        _titles.Vote(near, evidence.Near);
        Logarithms(evidence.Near);
        _words.Fill(title, evidence.Words);
        Scale(evidence.Words, WordsScale);
        if (duties.Stems.Count > 0)
        {
            _nets.FillDuties(duties, evidence.DutiesNet);
            _words.Fill(duties, evidence.DutiesWords);
            Scale(evidence.DutiesWords, WordsScale / MathF.Sqrt(duties.Stems.Distinct().Count()));
        }
        var groups = IndustryGroups.Of(question.Naics);
        for (var o = 0; o < _socs.Length && groups.Count > 0; o++)
            evidence.Industry[o] = groups.Any(g => _socs[o].StartsWith(g, StringComparison.Ordinal)) ? 1 : 0;
        return new(evidence, MarkKnown(title, evidence), near, duties.Stems.Count > 0);
    }

    public CodingReason ReasonOf(FoundEvidence found, int occupation)
    {
        if (found.Evidence.Known[occupation] > 0)
            return new(CodingReasonKind.SameTitle, found.Same);
        foreach (var (number, likeness) in found.Near)
        {
            if (likeness >= LeastLikeness && Array.IndexOf(_titles[number].Occupations, occupation) >= 0)
                return new(CodingReasonKind.NearTitle, _titles[number].Text);
        }
        return new(found.HasDuties ? CodingReasonKind.Duties : CodingReasonKind.Words, null);
    }

    private string? MarkKnown(ParsedTitle title, TitleEvidence evidence)
    {
        if (title.Stems.Count == 0 || !_known.TryGetValue(Key(title), out var same))
            return null;
        evidence.IsKnown = true;
        foreach (var occupation in same.Occupations)
            evidence.Known[occupation] = 1;
        return same.Text;
    }

    /// <summary>A word that no title has is taken for the one that it is a slip away from.</summary>
    private ParsedTitle Corrected(ParsedTitle title) => title.With(word =>
        word.Length < LeastForSpelling || _vocabulary.Contains(word) || word.Any(char.IsDigit) ? word : _spelling.Near(word, 1) is [var meant] ? meant : word);

    private static string Key(ParsedTitle title) => string.Join(' ', title.Stems);

    private static void Logarithms(Span<float> shares)
    {
        foreach (ref var share in shares)
            share = MathF.Log(share + LeastShare);
    }

    private static void Scale(Span<float> values, float by)
    {
        foreach (ref var value in values)
            value *= by;
    }
}
