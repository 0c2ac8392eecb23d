using System.Device.Adc;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.Firmware;

/// <summary>
/// Supply and pulse by the ESP32's own ADC1 (hardware/board.md), as long as operations run and between them. Its characteristic at 11 dB is
/// a straight line, U = 0.142 V + 3.0 · Vref · ratio (ESP-IDF's own, esp_adc_cal), whose reference Vref is anything from 1.0 to 1.2 V; a
/// comparison with the measuring ADC, which is good to 2 %, tells which.
/// </summary>
internal sealed class AdcPowerMonitor : IPowerMonitor
{
    private const int SupplyChannel = 0;
    private const int PulseChannel = 3;
    private const double OffsetVolts = 0.142;
    private const double VoltsPerReference = 3.0;
    private const double UsualReference = 1.1;
    private const double LeastReference = 0.95;
    private const double MostReference = 1.25;
    private const double SupplyDivider = 156.0 / 56.0;
    private const double PulseDivider = 32.0 / 10.0;
    private const double DiodeVolts = 0.68;

    // The line begins at its offset: what is below cannot be told from 0.
    private const double SomeRatio = 0.01;

    private readonly AdcChannel _supply;
    private readonly AdcChannel _pulse;
    private double _reference = UsualReference;

    public AdcPowerMonitor()
    {
        AdcController controller = new AdcController();
        _supply = controller.OpenChannel(SupplyChannel);
        _pulse = controller.OpenChannel(PulseChannel);
    }

    public double SupplyVolts => Volts(_supply.ReadRatio()) * SupplyDivider;

    public double PulseVolts { get; private set; }

    /// <summary>Whether a terminal of the gold layer stands above a diode's drop now.</summary>
    public bool SeesPulse => _pulse.ReadRatio() > SomeRatio;

    /// <summary>To be called while the drivers are on.</summary>
    public void SeePulse()
    {
        double ratio = _pulse.ReadRatio();
        PulseVolts = ratio > SomeRatio ? Volts(ratio) * PulseDivider + DiodeVolts : 0;
    }

    public void Calibrate(double supplyVolts)
    {
        double ratio = _supply.ReadRatio();
        if (ratio > SomeRatio)
        {
            double reference = (supplyVolts / SupplyDivider - OffsetVolts) / (VoltsPerReference * ratio);

            // Outside of what an ESP32 can have, divider or pin are broken, and the monitor keeps what it has.
            if (reference >= LeastReference && reference <= MostReference)
                _reference = reference;
        }
    }

    private double Volts(double ratio) => ratio > SomeRatio ? OffsetVolts + VoltsPerReference * _reference * ratio : 0;
}
