namespace MagHopfield.Instrument.Ports;

/// <summary>What the controller's own ADC sees of the board's power.</summary>
public interface IPowerMonitor
{
    /// <summary>Rail of the pulse drivers in volts, nominally 6.5 V.</summary>
    double SupplyVolts { get; }

    /// <summary>
    /// Highest terminal of the gold layer during the last pulse in volts, to some tenths; 0 before the first, or where the pulse was too
    /// short to be seen.
    /// </summary>
    double PulseVolts { get; }

    /// <summary>
    /// Takes note of the rail as the measuring ADC has read it just now, to 2 %: the controller's own ADC knows its reference no better
    /// than to 10 %.
    /// </summary>
    /// <param name="supplyVolts">Rail of the pulse drivers in volts.</param>
    void Calibrate(double supplyVolts);
}
