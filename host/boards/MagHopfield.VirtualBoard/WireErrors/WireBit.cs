namespace MagHopfield.VirtualBoard.WireErrors;

/// <summary>
/// One bit on the wire: of which frame of which chip select since the operation began, which way, counted from the first.
/// </summary>
/// <param name="Chip">Chip select.</param>
/// <param name="Frame">Frame of this chip since the operation began.</param>
/// <param name="FromMaster">Whether the instrument sends it.</param>
/// <param name="Bit">Bit of the frame, from the first on the wire.</param>
public sealed record WireBit(string Chip, long Frame, bool FromMaster, int Bit)
{
    /// <summary>"to the ADC", "from the switches" and the like.</summary>
    public string Way => $"{(FromMaster ? "to" : "from")} the {(Chip.StartsWith("ADC", StringComparison.Ordinal) ? "ADC"
        : Chip.StartsWith("DAC", StringComparison.Ordinal) ? "DAC" : "switches")}";
}

/// <summary>A frame of the undisturbed operation.</summary>
internal sealed record WireFrame(string Chip, long Frame, bool FromMaster, byte[] Bytes)
{
    /// <summary>Frames of one kind differ in their data alone.</summary>
    public string Kind(byte command) => $"{Chip.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')} {command:X2} {FromMaster}";
}
