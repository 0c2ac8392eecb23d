using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>Buses and pins of the board (hardware/raspberry-pi.md), open, for a film of four nodes.</summary>
public sealed class RaspberryPiBoard : IDisposable
{
    private readonly GpioController _pins;
    private readonly List<IDisposable> _open = [];
    private readonly GpioPin _dacClear;
    private readonly GpioPin _pattern;
    private readonly GpioPin _train;
    private readonly GpioPin _recall;

    /// <summary>Opens everything: first what keeps the DAC at 0 V and the gate low, then the selects, then what clocks.</summary>
    /// <param name="devices">Where pins and buses come from.</param>
    /// <param name="model">The machine.</param>
    /// <param name="bufferBytes">spidev.bufsiz.</param>
    /// <param name="clock">Time on the board.</param>
    /// <exception cref="IOException">A pin or a bus cannot be had; the message names it.</exception>
    /// <exception cref="ChipException">The gate does not rest low, or its bus does not keep time.</exception>
    public RaspberryPiBoard(IPiDevices devices, PiModel model, int bufferBytes, IBoardClock clock)
    {
        _pins = devices.OpenPins();
        _open.Add(_pins);
        try
        {
            _dacClear = Output(PiPins.DacClear, PinValue.Low);
            SpiDevice pulse = Bus(devices, model, model.PulseBus, SpiPulseGate.Mode, SpiPulseGate.Clock);
            Gate = new SpiPulseGate(pulse, Input(PiPins.PulseRest), bufferBytes);
            Gate.CheckRest();

            GpioPin adcSelect = Output(PiPins.AdcSelect, PinValue.High);
            GpioPin dacSelect = Output(PiPins.DacSelect, PinValue.High);
            GpioPin pulseSelect = Output(PiPins.PulseSwitchSelect, PinValue.High);
            GpioPin memorySelect = Output(PiPins.MemorySelect, PinValue.High);
            GpioPin[] nodeSelects =
            [
                .. Enumerable.Range(0, PiPins.NodeCount).Select(k => Output(PiPins.NodeSwitchSelect(k), PinValue.High)),
            ];
            _pattern = Input(PiPins.ButtonPattern);
            _train = Input(PiPins.ButtonTrain);
            _recall = Input(PiPins.ButtonRecall);

            SpiDevice measure = ChipBus(devices, model, model.MeasureBus, SpiMode.Mode3, BoardPins.MeasureClock);
            SpiDevice dac = ChipBus(devices, model, model.DacBus, SpiMode.Mode1, BoardPins.DacClock);
            BitTime = Gate.CheckBitTime(clock);
            Panel = new SpiLedPanel(Bus(devices, model, model.LedBus, SpiMode.Mode0, SpiLedPanel.Clock), clock);
            Memory = new PinSelectedSpi(measure, memorySelect);
            Hardware = new BoardHardware(
                new PinSelectedSpi(measure, adcSelect),
                [new PinSelectedSpi(dac, dacSelect)],
                [.. nodeSelects.Select(select => new GateCheckedSwitches(new PinSelectedSpi(measure, select), Gate))],
                [new GateCheckedSwitches(new PinSelectedSpi(measure, pulseSelect), Gate)],
                _dacClear,
                Gate,
                clock,
                Panel);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>What the instrument gets.</summary>
    public BoardHardware Hardware { get; }

    /// <summary>The FRAM of the settings.</summary>
    public ISpiLink Memory { get; }

    /// <summary>The LEDs.</summary>
    public SpiLedPanel Panel { get; }

    /// <summary>The gate of the pulse drivers.</summary>
    public SpiPulseGate Gate { get; }

    /// <summary>Length of a bit of the pulse bus as timed at the opening, in microseconds.</summary>
    public double BitTime { get; }

    /// <summary>Whether "pattern", "train" and "recall" are down.</summary>
    public (bool Pattern, bool Train, bool Recall) Buttons =>
        (_pattern.Read() == PinValue.High, _train.Read() == PinValue.High, _recall.Read() == PinValue.High);

    /// <summary>Clears the DAC and closes pins and buses. The instrument is disposed before, which opens the switches.</summary>
    public void Dispose()
    {
        _dacClear.Write(PinValue.Low);
        Close();
    }

    private void Close()
    {
        for (int i = _open.Count - 1; i >= 0; i--)
            _open[i].Dispose();

        _open.Clear();
    }

    // The level with the opening, for a line that became an output at low first would select a chip.
    private GpioPin Output(int gpio, PinValue level) => Open(gpio, () => _pins.OpenPin(gpio, PinMode.Output, level));

    private GpioPin Input(int gpio) => Open(gpio, () => _pins.OpenPin(gpio, PinMode.Input));

    private static GpioPin Open(int gpio, Func<GpioPin> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new IOException(
                $"{WiringTable.Describe(gpio)} cannot be had ({e.Message.TrimEnd('.')}): another program or an overlay has it; end that "
                + "program (gpioinfo names it) or remove the overlay from config.txt.", e);
        }
    }

    private SpiDevice Bus(IPiDevices devices, PiModel model, int bus, SpiMode mode, int clock)
    {
        SpiDevice device = devices.OpenBus(
            new SpiConnectionSettings(bus, model.ChipSelectLine) { Mode = mode, ClockFrequency = clock, DataBitLength = 8 });
        _open.Add(device);
        return device;
    }

    // A clock line takes the rest level of its mode with the first transfer; a chip that is selected would count that as an edge.
    private SpiDevice ChipBus(IPiDevices devices, PiModel model, int bus, SpiMode mode, int clock)
    {
        SpiDevice device = Bus(devices, model, bus, mode, clock);
        device.Write([0]);
        return device;
    }
}
