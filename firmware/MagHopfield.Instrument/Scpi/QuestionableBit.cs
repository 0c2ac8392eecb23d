namespace MagHopfield.Instrument.Scpi;

/// <summary>Bits of STATus:QUEStionable (SCPI 1999.0, volume 1, 4.3.4; bits 9 to 12 are the instrument's own).</summary>
public static class QuestionableBit
{
    /// <summary>A supply is out of range.</summary>
    public const int Voltage = 1;

    /// <summary>There is no reference for the weights, or a calibration is older than it may be.</summary>
    public const int Calibration = 256;

    /// <summary>Pulses are locked: a test of the board has found something.</summary>
    public const int PulsesLocked = 1024;

    /// <summary>The board is not ready: a chip does not answer as it must.</summary>
    public const int Board = 512;
}
