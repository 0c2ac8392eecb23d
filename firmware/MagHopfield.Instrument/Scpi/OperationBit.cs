namespace MagHopfield.Instrument.Scpi;

/// <summary>Bits of STATus:OPERation (SCPI 1999.0, volume 1, 4.3.3; bits 8 to 12 are the instrument's own).</summary>
public static class OperationBit
{
    /// <summary>The reference or the shunts are calibrated.</summary>
    public const int Calibrating = 1;

    /// <summary>The film is measured.</summary>
    public const int Measuring = 16;

    /// <summary>A pattern is trained.</summary>
    public const int Training = 256;

    /// <summary>A pattern is recalled.</summary>
    public const int Recalling = 512;

    /// <summary>The board is set up or tested, or the flash is written.</summary>
    public const int Testing = 1024;
}
