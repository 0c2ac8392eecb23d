using MagHopfield.Shared;

namespace MagHopfield.Instrument.Measure;

/// <summary>A measured conductance matrix and how well it is known.</summary>
public sealed class ConductanceMeasurement
{
    /// <summary>Gathers a result.</summary>
    /// <param name="scheme">Which wirings.</param>
    /// <param name="conductance">G in siemens.</param>
    /// <param name="standardErrors">Standard errors of G_ij, i &lt; j, in siemens.</param>
    /// <param name="uncertainties">The same with the errors that all repeats share, in siemens.</param>
    /// <param name="largestGroupDeviation">The paper's consistency check, as a ratio.</param>
    /// <param name="reciprocityDeviation">Largest |R_ij − R_ji|/√(R_ii R_jj), as a ratio.</param>
    /// <param name="reducedChiSquare">χ² per spare equation.</param>
    /// <param name="excitationAmperes">Probe current through R_REF, averaged, in amperes.</param>
    /// <param name="noiseVolts">Standard deviation of one reading, in volts.</param>
    /// <param name="durationMicroseconds">Time taken on the board, in microseconds.</param>
    /// <param name="readingCount">Number of conversions.</param>
    public ConductanceMeasurement(MeasurementScheme scheme, ConductanceMatrix conductance, double[] standardErrors,
        double[] uncertainties, double largestGroupDeviation, double reciprocityDeviation, double reducedChiSquare,
            double excitationAmperes, double noiseVolts,
        long durationMicroseconds, int readingCount)
    {
        Scheme = scheme;
        Conductance = conductance;
        StandardErrors = standardErrors;
        Uncertainties = uncertainties;
        LargestGroupDeviation = largestGroupDeviation;
        ReciprocityDeviation = reciprocityDeviation;
        ReducedChiSquare = reducedChiSquare;
        ExcitationAmperes = excitationAmperes;
        NoiseVolts = noiseVolts;
        DurationMicroseconds = durationMicroseconds;
        ReadingCount = readingCount;
    }

    /// <summary>Which wirings were used.</summary>
    public MeasurementScheme Scheme { get; }

    /// <summary>G in siemens, N×N.</summary>
    public ConductanceMatrix Conductance { get; }

    /// <summary>
    /// Standard errors of G_ij, i &lt; j, in siemens, in the order of <see cref="ConductanceMatrix.PairIndex"/>: how far repeats on this
    /// board scatter, 1σ.
    /// </summary>
    public double[] StandardErrors { get; }

    /// <summary>
    /// Standard uncertainties of G_ij, i &lt; j, in siemens, 1σ: the standard errors and, in quadrature, what all repeats share, namely
    /// the tolerance of R_REF, of the shunts or their calibration, and the scale of the coarser ranges of the ADC.
    /// </summary>
    public double[] Uncertainties { get; }

    /// <summary>
    /// Largest relative deviation over the geometries between the measured current through the + group and the one that G predicts
    /// (Niu et al., PNAS 2024: within 2 %); 0 for <see cref="MeasurementScheme.Kelvin"/>.
    /// </summary>
    public double LargestGroupDeviation { get; }

    /// <summary>Largest |R_ij − R_ji|/√(R_ii R_jj) of <see cref="MeasurementScheme.Kelvin"/>; 0 for the other scheme.</summary>
    public double ReciprocityDeviation { get; }

    /// <summary>χ² per spare equation: about 1 where readings scatter as their noise says and the shunts are calibrated; shunts apart by
    /// their tolerance raise it.</summary>
    public double ReducedChiSquare { get; }

    /// <summary>Probe current through R_REF, averaged over all wirings, in amperes.</summary>
    public double ExcitationAmperes { get; }

    /// <summary>Standard deviation of one reading in volts, as measured on a shorted input.</summary>
    public double NoiseVolts { get; }

    /// <summary>Time taken on the board in microseconds.</summary>
    public long DurationMicroseconds { get; }

    /// <summary>Number of conversions.</summary>
    public int ReadingCount { get; }
}
