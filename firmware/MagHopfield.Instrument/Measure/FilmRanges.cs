using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// The ranges for the film's voltages, finest first: ±39 mV at gain 64, then 16, 4 and 1. Shunts and R_REF are read at gain 64, so in
/// G = I/V the gain error of a coarser range would not cancel: it is taken from the chip's own 20 mV, read in both ranges and both
/// polarities when the range is first needed. The source itself drops out, the offset too; the scatter gives the range's noise.
/// </summary>
internal sealed class FilmRanges
{
    /// <summary>Number of ranges.</summary>
    public const int Count = 4;

    // A reading that uses four fifths of a range leaves room for noise, EMF and the other polarity.
    private const double UsableShare = 0.8;
    private const int Pairs = 32;

    private static readonly ProbeSetup[] Setups = { ProbeSetup.Film, ProbeSetup.FilmX16, ProbeSetup.FilmX4, ProbeSetup.FilmX1 };

    private readonly AnalogBoard _board;
    private readonly double[] _scale = { 1, 1, 1, 1 };
    private readonly double[] _scaleError = new double[Count];
    private readonly double[] _noise = new double[Count];
    private readonly bool[] _checked = new bool[Count];

    public FilmRanges(AnalogBoard board) => _board = board;

    /// <summary>Setup of a range.</summary>
    public static ProbeSetup Setup(int range) => Setups[range];

    /// <summary>Starts anew after the chip was initialised.</summary>
    /// <param name="noiseVolts">Noise of the finest range in volts.</param>
    public void Reset(double noiseVolts)
    {
        Array.Clear(_noise, 0, Count);
        _noise[0] = noiseVolts;
        Begin();
    }

    /// <summary>Starts a measurement: each range it uses is checked once more.</summary>
    public void Begin() => Array.Clear(_checked, 0, Count);

    /// <summary>Noise of a reading in a range that was used, in volts.</summary>
    public double Noise(int range) => _noise[range];

    /// <summary>Relative standard deviation of the scale of a range that was used, against gain 64.</summary>
    public double ScaleError(int range) => _scaleError[range];

    /// <summary>The finest range for a voltage.</summary>
    public int For(double volts)
    {
        int range = 0;
        while (range < Count - 1 && Math.Abs(volts) > UsableShare * _board.FullScaleVolts(Setups[range]))
            range++;

        return range;
    }

    /// <summary>One reading in volts, as gain 64 would have read it.</summary>
    /// <param name="range">0 … <see cref="Count"/> − 1.</param>
    /// <param name="volts">Result; of no use where false is returned.</param>
    /// <param name="fault">Why there is none.</param>
    public bool TryRead(int range, out double volts, out Fault fault)
    {
        if (!_checked[range])
        {
            _checked[range] = true;
            Check(range);
        }

        bool inRange = _board.TryReadFilm(Setups[range], out volts, out fault);
        volts *= _scale[range];
        return inRange;
    }

    private void Check(int range)
    {
        if (range > 0 && _noise[range] == 0)
            Compare(range);

        InternalSource.Check(_board, Setups[range]);
    }

    private void Compare(int range)
    {
        double fine = Mean(0, out double fineSigma);
        double coarse = Mean(range, out double sigma);
        if (!(0.5 * AnalogBoard.InternalSourceVolts < coarse))
        {
            // Check names the setup.
            return;
        }

        _scale[range] = fine / coarse;
        double relative = fineSigma * fineSigma + sigma * sigma;
        _scaleError[range] = Math.Sqrt(relative / (2 * Pairs)) / coarse;
        _noise[range] = sigma;
    }

    // Mean of the 20 mV, and the standard deviation of one reading.
    private double Mean(int range, out double sigma)
    {
        double mean = 0;
        double squares = 0;
        for (int i = 1; i <= Pairs; i++)
        {
            double half = 0.5 * (InternalSource.Read(_board, Setups[range], false) - InternalSource.Read(_board, Setups[range], true));
            double step = half - mean;
            mean += step / i;
            squares += step * (half - mean);
        }

        double code = _board.FullScaleVolts(Setups[range]) / ProbeReader.CodesOfHalfScale;
        sigma = Math.Sqrt(2 * squares / (Pairs - 1) + code * code / 12.0);
        return mean;
    }
}
