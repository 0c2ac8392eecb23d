using MagHopfield.Instrument.Chips.Adgs1414;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>
/// A switch chip of the board, to which no frame that closes a switch goes while the pulse gate is not at rest. The RMT peripheral of the
/// ESP32 holds its line by itself; here the line is that of a bus, so it is looked at.
/// </summary>
/// <param name="link">The chip.</param>
/// <param name="gate">The gate.</param>
public sealed class GateCheckedSwitches(ISpiLink link, SpiPulseGate gate) : ISpiLink
{
    /// <inheritdoc/>
    /// <exception cref="ChipException">The frame closes a switch and the gate is high; nothing was sent.</exception>
    public void Write(byte[] frame)
    {
        CheckBefore(frame);
        link.Write(frame);
    }

    /// <inheritdoc/>
    /// <exception cref="ChipException">The frame closes a switch and the gate is high; nothing was sent.</exception>
    public void TransferFullDuplex(byte[] send, byte[] receive)
    {
        CheckBefore(send);
        link.TransferFullDuplex(send, receive);
    }

    /// <inheritdoc/>
    public void Dispose() => link.Dispose();

    // Opening must always pass.
    private void CheckBefore(byte[] frame)
    {
        if (frame.Length > 1 && frame[0] == (byte)Register.SwitchData && frame[1] != 0)
            gate.CheckRest();
    }
}
