using MagHopfield.Instrument.Board;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// The probe current through R_REF over one measurement. It is the same in every wiring: what its readings scatter beyond the noise of
/// a reading is the scatter of the probe current, and that enters each reading in proportion.
/// </summary>
internal sealed class ExcitationLog
{
    private double _sum;
    private double _squares;
    private int _count;

    /// <summary>Mean in amperes.</summary>
    public double Mean => _count > 0 ? AnalogBoard.ExcitationAmperes + _sum / _count : 0;

    /// <summary>Takes a reading in amperes.</summary>
    public void Add(double amperes)
    {
        // Differences from the nominal current keep the digits that a variance needs.
        double difference = amperes - AnalogBoard.ExcitationAmperes;
        _sum += difference;
        _squares += difference * difference;
        _count++;
    }

    /// <summary>Relative variance of the probe current beyond the noise of its readings.</summary>
    /// <param name="readingNoise">Standard deviation of a reading in amperes.</param>
    public double RelativeVariance(double readingNoise)
    {
        double mean = Mean;
        if (_count < 2 || mean == 0)
            return 0;

        // Divisor: two readings at least, as seen above.
        double excess = (_squares - _sum * _sum / _count) / (_count - 1) - readingNoise * readingNoise;
        return excess > 0 ? excess / (mean * mean) : 0;
    }
}
