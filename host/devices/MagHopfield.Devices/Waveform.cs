namespace MagHopfield.Devices;

/// <summary>N values as functions of time: straight lines between corners.</summary>
public sealed class Waveform
{
    private readonly double[] _corners;
    private readonly double[][] _values;

    /// <summary>Makes a waveform.</summary>
    /// <param name="corners">Instants in seconds, ascending from 0, at least two; two equal ones make a jump.</param>
    /// <param name="values">N values at each corner.</param>
    /// <exception cref="ArgumentException">Corners and values that make no waveform; the message says which.</exception>
    public Waveform(IReadOnlyList<double> corners, IReadOnlyList<IReadOnlyList<double>> values)
    {
        if (corners.Count < 2 || corners[0] != 0 || values.Count != corners.Count)
            throw new ArgumentException(
                $"A waveform has two corners or more, the first at 0 s, and values at each; here {corners.Count} corners and "
                + $"{values.Count} sets of values.");
        for (int i = 1; i < corners.Count; i++)
        {
            if (!(corners[i] >= corners[i - 1]) || !double.IsFinite(corners[i]))
                throw new ArgumentException(
                    $"Corner {i + 1} of the waveform is at {corners[i]} s after one at {corners[i - 1]} s; give finite times that ascend.");
        }

        if (!(corners[^1] > 0))
            throw new ArgumentException("The waveform ends at 0 s; give it a duration.");
        if (values.FirstOrDefault(v => v.Count != values[0].Count) is { } other)
            throw new ArgumentException(
                $"The waveform has {values[0].Count} values at its first corner and {other.Count} at another; give as many at each.");
        if (values.Any(v => v.Any(x => !double.IsFinite(x))))
            throw new ArgumentException("A value of the waveform is not finite; give numbers.");
        (_corners, _values) = ([.. corners], [.. values.Select(v => v.ToArray())]);
    }

    /// <summary>Number of values N.</summary>
    public int Count => _values[0].Length;

    /// <summary>Instants of the corners in seconds.</summary>
    public IReadOnlyList<double> Corners => _corners;

    /// <summary>A pulse with linear edges, all values together: from 0 in <paramref name="rise"/>, to 0 in as much again.</summary>
    /// <param name="values">N values at the top.</param>
    /// <param name="width">Width at half the amplitude in seconds, as pulse generators state it.</param>
    /// <param name="rise">Duration of each edge, from 0 to 100 %, in seconds: 0 for a rectangle, at most the width.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such pulse; the message says why.</exception>
    public static Waveform Pulse(IReadOnlyList<double> values, double width, double rise = 0)
    {
        if (!(width > 0) || !double.IsFinite(width))
            throw new ArgumentOutOfRangeException(nameof(width), $"The pulse width is {width} s; give a positive time in seconds.");
        if (!(rise >= 0) || !(rise <= width))
        {
            throw new ArgumentOutOfRangeException(
                nameof(rise),
                $"The edges last {rise} s each; give 0 to the pulse width, {width} s, or the pulse would not reach its amplitude.");
        }

        double[] zero = new double[values.Count];
        return rise == 0 ? new([0, width], [values, values]) : new([0, rise, width, width + rise], [zero, values, values, zero]);
    }

    /// <summary>The values at an instant.</summary>
    /// <param name="segment">Zero-based segment.</param>
    /// <param name="time">Time in seconds within it; at its ends the values are those of the corners to the bit.</param>
    /// <param name="target">Is filled with N values.</param>
    public void At(int segment, double time, Span<double> target)
    {
        double begin = _corners[segment], end = _corners[segment + 1];
        double share = time >= end ? 1 : time <= begin ? 0 : (time - begin) / (end - begin);
        double[] from = _values[segment], to = _values[segment + 1];
        for (int k = 0; k < from.Length; k++)
            target[k] = from[k] == to[k] ? from[k] : ((1 - share) * from[k]) + (share * to[k]);
    }
}
