namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>Excitation currents of IOUT0.</summary>
public enum ExcitationCurrent : byte
{
    /// <summary>No current.</summary>
    Off = 0,

    /// <summary>50 µA.</summary>
    MicroAmperes50 = 1,

    /// <summary>100 µA.</summary>
    MicroAmperes100 = 2,

    /// <summary>250 µA.</summary>
    MicroAmperes250 = 3,

    /// <summary>500 µA.</summary>
    MicroAmperes500 = 4,

    /// <summary>750 µA.</summary>
    MicroAmperes750 = 5,

    /// <summary>1 mA.</summary>
    MicroAmperes1000 = 6,
}
