using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Train;

namespace MagHopfield.Instrument;

/// <summary>What the instrument cannot find out from its chips.</summary>
public sealed class InstrumentSettings
{
    /// <summary>R_SHUNT of every node in ohm.</summary>
    public double ShuntOhms { get; set; } = 50.0;

    /// <summary>R_REF in ohm.</summary>
    public double ReferenceOhms { get; set; } = 50.0;

    /// <summary>Tolerance of R_REF and of shunts that are not calibrated, as a ratio: 1e-4.</summary>
    public double ResistorTolerance { get; set; } = 1e-4;

    /// <summary>
    /// FS of the ADC's sinc3 filter, 1 … 2047: one reading takes 156.25 µs × FS. 32 gives 5 ms and a whole 4-node matrix in about
    /// 0.6 s (the arithmetic is with <see cref="Measure.ConductanceMeter"/>).
    /// </summary>
    public int FilterDivider { get; set; } = 32;

    /// <summary>Wirings of a measurement.</summary>
    public MeasurementScheme Scheme { get; set; } = MeasurementScheme.Seven;

    /// <summary>Rounds over all wirings that a calibration averages.</summary>
    public int Averages { get; set; } = 1;

    /// <summary>Largest accepted deviation between geometries (Niu et al., PNAS 2024: 2 %) or from reciprocity, as a ratio.</summary>
    public double MaximumGroupDeviation { get; set; } = 0.02;

    /// <summary>
    /// Relative accuracy of an element of G, 1σ: 0.05 % (shunt tolerance, gain and noise together, hardware/board.md). Recall takes a
    /// local field that is smaller than its uncertainty from this for 0.
    /// </summary>
    public double RelativeAccuracy { get; set; } = 5e-4;

    /// <summary>Resistance between two electrodes in ohm below which the self-test calls them shorted; a film has about 6 ohm or
    /// more.</summary>
    public double ShortOhms { get; set; } = 1.0;

    /// <summary>What a training pulse may be.</summary>
    public PulseLimits Limits { get; set; } = new PulseLimits();
}
