namespace MagHopfield.VirtualBoard.Parts;

/// <summary>
/// A stream of random numbers that depends on the board's seed and on the part's name only, so that a part keeps its errors when
/// another part of the board is changed. Same seed, same bits.
/// </summary>
public sealed class SeededNoise
{
    private readonly Random _random;
    private double _spare;
    private bool _hasSpare;

    /// <summary>A stream.</summary>
    /// <param name="seed">Seed of the board.</param>
    /// <param name="part">Name of the part.</param>
    public SeededNoise(int seed, string part)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        uint hash = 2166136261u ^ (uint)seed;
        foreach (char c in part)
            hash = (hash ^ c) * 16777619u;

        _random = new Random((int)hash);
    }

    /// <summary>Uniform in [−1, 1).</summary>
    public double Uniform() => (2 * _random.NextDouble()) - 1;

    /// <summary>Normal with mean 0 and standard deviation 1 (Box–Muller).</summary>
    public double Gaussian()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        double angle = 2 * Math.PI * _random.NextDouble();
        _spare = radius * Math.Sin(angle);
        _hasSpare = true;
        return radius * Math.Cos(angle);
    }

    /// <summary>Normal, cut at three standard deviations: for parts that the maker has sorted.</summary>
    public double Sorted()
    {
        double value;
        do
        {
            value = Gaussian();
        }
        while (Math.Abs(value) > 3);

        return value;
    }
}
