namespace MagHopfield.Instrument.Ports;

/// <summary>
/// Pulses of exact length, one after the other, each made when it is asked for: as an array they would be the largest thing on an ESP32.
/// </summary>
public interface IPulseTrain
{
    /// <summary>Number of pulses.</summary>
    int PulseCount { get; }

    /// <summary>High time of a pulse in ticks of 25 ns, 1 … 255.</summary>
    /// <param name="pulse">0 … <see cref="PulseCount"/> − 1.</param>
    byte High(int pulse);

    /// <summary>Low time after a pulse in ticks of 25 ns, 1 … 255.</summary>
    /// <param name="pulse">0 … <see cref="PulseCount"/> − 1.</param>
    byte Low(int pulse);
}
