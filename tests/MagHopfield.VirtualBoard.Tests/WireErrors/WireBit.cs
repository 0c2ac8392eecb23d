namespace MagHopfield.VirtualBoard.Tests.WireErrors;

/// <summary>
/// One bit on the wire: of which frame of which chip select since the operation began, which way, counted from the first.
/// </summary>
internal sealed record WireBit(string Chip, long Frame, bool FromMaster, int Bit);

/// <summary>A frame of the undisturbed operation.</summary>
internal sealed record WireFrame(string Chip, long Frame, bool FromMaster, byte[] Bytes)
{
    /// <summary>Frames of one kind differ in their data alone.</summary>
    public string Kind(byte command) => $"{Chip.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')} {command:X2} {FromMaster}";
}
