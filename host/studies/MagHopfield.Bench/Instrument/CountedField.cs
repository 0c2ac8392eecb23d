using MagHopfield.Shared;

namespace MagHopfield.Bench.Instrument;

/// <summary>Weights that count: a local field of N nodes is N − 1 multiply-adds.</summary>
internal sealed class CountedField(WeightMatrix weights) : ILocalField
{
    public long Operations { get; private set; }

    public double LocalField(Pattern state, int node)
    {
        Operations += state.Length - 1;
        return weights.LocalField(state, node);
    }
}
