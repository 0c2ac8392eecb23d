namespace MagHopfield.Instrument.Board;

/// <summary>Setups of the ADC, one for each kind of reading.</summary>
public enum ProbeSetup : byte
{
    /// <summary>Setup 0: R_REF.</summary>
    Reference = 0,

    /// <summary>Setup 1: shunts.</summary>
    Shunt = 1,

    /// <summary>Setup 2: voltages of the film.</summary>
    Film = 2,
}
