namespace MagHopfield.Instrument.Measure;

/// <summary>How the conductance matrix is measured.</summary>
public enum MeasurementScheme
{
    /// <summary>
    /// The paper's wiring geometries (Niu et al., PNAS 2024, SI Fig. S12): every split of the electrodes into two groups, 2^(N−1) − 1 of
    /// them, seven for N = 4. The spare equations are the check. For N up to 16.
    /// </summary>
    Seven,

    /// <summary>N − 1 injections of one source and one sink with all sense voltages; reciprocity is the check. For any N.</summary>
    Kelvin,
}
