namespace MagHopfield.Instrument.Board;

/// <summary>
/// Setups of the ADC, one for each kind of reading. Shunts and R_REF carry 25 mV at most and are always read at gain 64; the film's
/// voltages are between tens of microvolts and a volt and have four ranges. Setup 3 is the test of continuity.
/// </summary>
public enum ProbeSetup : byte
{
    /// <summary>Setup 0: R_REF, ±39 mV.</summary>
    Reference = 0,

    /// <summary>Setup 1: shunts, ±39 mV.</summary>
    Shunt = 1,

    /// <summary>Setup 2: voltages of the film, ±39 mV.</summary>
    Film = 2,

    /// <summary>Setup 4: voltages of the film, ±156 mV.</summary>
    FilmX16 = 4,

    /// <summary>Setup 5: voltages of the film, ±625 mV.</summary>
    FilmX4 = 5,

    /// <summary>Setup 6: voltages of the film, ±2.5 V.</summary>
    FilmX1 = 6,

    /// <summary>Setup 7: rails and gold terminals over their dividers, ±2.5 V, fast.</summary>
    Monitor = 7,
}
