using MagHopfield.Instrument.Chips.Ws2812;

namespace MagHopfield.Instrument.Ports;

/// <summary>A line on which hardware makes pulses of exact length, as the RMT peripheral of the ESP32. It rests low.</summary>
public interface IPulseLine
{
    /// <summary>
    /// Sends pulses without a gap, and lets the line rest low before the next call for at least
    /// <see cref="Ws2812Chain.RestMicroseconds"/>.
    /// </summary>
    /// <param name="pulses">Pulses.</param>
    void Send(IPulseTrain pulses);
}
