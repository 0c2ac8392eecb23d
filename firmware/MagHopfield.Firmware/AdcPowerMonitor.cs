using System.Device.Adc;
using MagHopfield.Instrument.Board;

namespace MagHopfield.Firmware;

/// <summary>Supply and pulse by the ESP32's own ADC1 (hardware/board.md): 12 bits of about 3.3 V, good to some percent.</summary>
internal sealed class AdcPowerMonitor : IPowerMonitor
{
    private const int SupplyChannel = 0;
    private const int PulseChannel = 3;
    private const double FullScaleVolts = 3.3;
    private const double SupplyDivider = 156.0 / 56.0;
    private const double PulseDivider = 32.0 / 10.0;
    private const double DiodeVolts = 0.68;

    private readonly AdcChannel _supply;
    private readonly AdcChannel _pulse;

    public AdcPowerMonitor()
    {
        AdcController controller = new AdcController();
        _supply = controller.OpenChannel(SupplyChannel);
        _pulse = controller.OpenChannel(PulseChannel);
    }

    public double SupplyVolts => _supply.ReadRatio() * FullScaleVolts * SupplyDivider;

    public double PulseVolts { get; private set; }

    /// <summary>To be called while the drivers are on.</summary>
    public void SeePulse()
    {
        double volts = _pulse.ReadRatio() * FullScaleVolts * PulseDivider;
        PulseVolts = volts > 0.1 ? volts + DiodeVolts : 0;
    }
}
