namespace MagHopfield.VirtualBoard.Spi;

/// <summary>Disturbs the bytes of a frame on the wire, for tests of what the firmware notices.</summary>
/// <param name="chip">Name of the chip select.</param>
/// <param name="frame">Number of the frame on this chip select, from 0.</param>
/// <param name="fromMaster">True for the bytes to the chip, false for the bytes to the master; called once for each, in this order.</param>
/// <param name="bytes">The bytes, to be changed in place.</param>
public delegate void SpiWireFault(string chip, long frame, bool fromMaster, Span<byte> bytes);
