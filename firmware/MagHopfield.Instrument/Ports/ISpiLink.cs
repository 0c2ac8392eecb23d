using System;

namespace MagHopfield.Instrument.Ports;

/// <summary>
/// The SPI link to one chip. A frame is what passes while the chip's select is low; mode and clock belong to the bus, because
/// nanoFramework's ESP32 gives all devices of a bus those of the first.
/// </summary>
public interface ISpiLink : IDisposable
{
    /// <summary>Sends a frame and drops the answer.</summary>
    /// <param name="frame">Bytes to the chip.</param>
    void Write(byte[] frame);

    /// <summary>Sends a frame and keeps the answer.</summary>
    /// <param name="send">Bytes to the chip.</param>
    /// <param name="receive">Bytes from the chip, as many as are sent.</param>
    void TransferFullDuplex(byte[] send, byte[] receive);
}
