namespace Trellis.Core.Competencies.Search;

/// <summary>Turns the words of each node into the nodes of each word, with impacts.</summary>
internal sealed class PostingsBuilder(int termCount, int[] tokens, int[] tokenStarts)
{
    private readonly float[] _weights = new float[termCount];
    private readonly List<int> _touched = [];

    public (int[] Starts, int[] Docs, byte[] Impacts) Build(byte[] lengths, float[] factors)
    {
        var starts = Starts(lengths.Length);
        var next = starts[..^1];
        var docs = new int[starts[^1]];
        var impacts = new byte[starts[^1]];
        for (var doc = 0; doc < lengths.Length; doc++)
        {
            Weigh(doc);
            foreach (var term in _touched)
            {
                var place = next[term]++;
                docs[place] = doc;
                impacts[place] = Impact.Of(_weights[term], lengths[doc], factors[doc]);
                _weights[term] = 0;
            }
        }
        return (starts, docs, impacts);
    }

    private int[] Starts(int count)
    {
        var starts = new int[termCount + 1];
        for (var doc = 0; doc < count; doc++)
        {
            Weigh(doc);
            foreach (var term in _touched)
            {
                starts[term + 1]++;
                _weights[term] = 0;
            }
        }
        for (var i = 0; i < termCount; i++)
            starts[i + 1] += starts[i];
        return starts;
    }

    private void Weigh(int doc)
    {
        _touched.Clear();
        var weight = 0f;
        foreach (var token in tokens.AsSpan(tokenStarts[doc]..tokenStarts[doc + 1]))
        {
            if (token < 0)
            {
                weight = Impact.WeightOf((SearchField)~token);
                continue;
            }
            if (_weights[token] == 0)
                _touched.Add(token);
            _weights[token] += weight;
        }
    }
}
