using MagHopfield.Instrument.Board;

namespace MagHopfield.Instrument.Measure;

/// <summary>What the instrument cannot find out from its chips.</summary>
public sealed class InstrumentSettings
{
    private const int MostNodesOfSplits = 4;
    private MeasurementScheme _scheme = MeasurementScheme.Seven;
    private bool _isSchemeNamed;

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

    /// <summary>Wirings of a measurement, where they were named; see <see cref="SchemeOf"/>.</summary>
    public MeasurementScheme Scheme
    {
        get => _scheme;
        set
        {
            _scheme = value;
            _isSchemeNamed = true;
        }
    }

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

    /// <summary>
    /// The scheme that is best unless another is named: the paper's splits for up to 4 nodes; beyond, their 2^(N − 1) − 1 wirings take
    /// minutes (8 nodes) to hours (16), and one source and one sink at a time is used.
    /// </summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    public static MeasurementScheme UsualScheme(int nodeCount) =>
        nodeCount <= MostNodesOfSplits ? MeasurementScheme.Seven : MeasurementScheme.Kelvin;

    /// <summary>Wirings of a measurement: as named, else the usual ones.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    public MeasurementScheme SchemeOf(int nodeCount) => _isSchemeNamed ? _scheme : UsualScheme(nodeCount);
}
