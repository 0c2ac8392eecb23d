namespace MagHopfield.Instrument.Chips.Adgs1414;

/// <summary>Room for the frames of switch chips. Chips that are spoken to one after the other share one.</summary>
internal sealed class SwitchFrames
{
    /// <summary>A frame without CRC, to the chip.</summary>
    public byte[] ShortSend { get; } = new byte[2];

    /// <summary>A frame without CRC, from the chip.</summary>
    public byte[] ShortReceive { get; } = new byte[2];

    /// <summary>A frame with CRC, to the chip.</summary>
    public byte[] LongSend { get; } = new byte[3];

    /// <summary>A frame with CRC, from the chip.</summary>
    public byte[] LongReceive { get; } = new byte[3];
}
