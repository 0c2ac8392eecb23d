using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;
using nanoFramework.Hardware.Esp32;

namespace MagHopfield.Firmware;

/// <summary>
/// Buses and pins of the board (hardware/board.md) for a film of four nodes. Opening them sends the chips nothing and leaves gate, DACs and
/// selects at rest.
/// </summary>
internal sealed class Esp32Board
{
    private const int NodeCount = 4;

    private readonly Esp32Clock _clock;
    private readonly GpioPin _dacClear;
    private readonly ISpiLink _adc;
    private readonly ISpiLink _dac;
    private readonly ISpiLink[] _nodeSwitches = new ISpiLink[NodeCount];
    private readonly ISpiLink[] _pulseSwitches;

    public Esp32Board(Esp32Clock clock)
    {
        _clock = clock;

        // First what keeps the pulse drivers off and the DACs at 0 V.
        Gate = new RmtPulseGate(BoardPins.PulseEnable);
        GpioController pins = new GpioController();
        _dacClear = pins.OpenPin(BoardPins.DacClear, PinMode.Output);
        _dacClear.Write(PinValue.Low);

        // SPI1 would put its data input on the pin of the pulse gate, so the pins are set before the bus is opened.
        Configuration.SetPinFunction(BoardPins.MeasureMosi, DeviceFunction.SPI1_MOSI);
        Configuration.SetPinFunction(BoardPins.MeasureMiso, DeviceFunction.SPI1_MISO);
        Configuration.SetPinFunction(BoardPins.MeasureSclk, DeviceFunction.SPI1_CLOCK);
        Configuration.SetPinFunction(BoardPins.DacMosi, DeviceFunction.SPI2_MOSI);
        Configuration.SetPinFunction(BoardPins.DacMiso, DeviceFunction.SPI2_MISO);
        Configuration.SetPinFunction(BoardPins.DacSclk, DeviceFunction.SPI2_CLOCK);

        // Selects rest high before the first clock edge on either bus.
        GpioPin adcSelect = Select(pins, BoardPins.AdcSelect);
        GpioPin dacSelect = Select(pins, BoardPins.DacSelect(0));
        GpioPin pulseSelect = Select(pins, BoardPins.PulseSwitchSelect(0));
        GpioPin memorySelect = Select(pins, BoardPins.MemorySelect);
        GpioPin[] nodeSelects = new GpioPin[NodeCount];
        for (int k = 0; k < NodeCount; k++)
            nodeSelects[k] = Select(pins, BoardPins.NodeSwitchSelect(k));

        SpiDevice measureBus = Bus(BoardPins.MeasureBus, SpiMode.Mode3, BoardPins.MeasureClock);
        SpiDevice dacBus = Bus(BoardPins.DacBus, SpiMode.Mode1, BoardPins.DacClock);
        for (int k = 0; k < NodeCount; k++)
            _nodeSwitches[k] = new PinSelectedSpi(measureBus, nodeSelects[k]);

        _adc = new PinSelectedSpi(measureBus, adcSelect);
        _dac = new PinSelectedSpi(dacBus, dacSelect);
        _pulseSwitches = new ISpiLink[] { new PinSelectedSpi(measureBus, pulseSelect) };
        Memory = new PinSelectedSpi(measureBus, memorySelect);
    }

    /// <summary>Gate of the pulse drivers.</summary>
    public RmtPulseGate Gate { get; }

    /// <summary>The FRAM.</summary>
    public ISpiLink Memory { get; }

    /// <summary>Opens all switches, whatever a program before this one has left closed.</summary>
    /// <returns>Whether all chips have confirmed it.</returns>
    public bool OpenSwitches()
    {
        _dacClear.Write(PinValue.Low);
        return SwitchOpening.TryOpenAll(_pulseSwitches, _nodeSwitches, _clock);
    }

    /// <summary>What the instrument gets.</summary>
    /// <param name="panel">LEDs.</param>
    /// <param name="monitor">Supply and pulse.</param>
    public BoardHardware Hardware(ILedPanel panel, AdcPowerMonitor monitor)
    {
        Gate.Monitor = monitor;
        BoardHardware hardware = new BoardHardware(
            _adc, new ISpiLink[] { _dac }, _nodeSwitches, _pulseSwitches, _dacClear, Gate, _clock, panel);
        hardware.Power = monitor;
        return hardware;
    }

    private static GpioPin Select(GpioController pins, int number)
    {
        GpioPin pin = pins.OpenPin(number, PinMode.Output);
        pin.Write(PinValue.High);
        return pin;
    }

    private static SpiDevice Bus(int id, SpiMode mode, int clock)
    {
        SpiConnectionSettings settings = new SpiConnectionSettings(id);
        settings.Mode = mode;
        settings.ClockFrequency = clock;
        settings.DataBitLength = 8;
        return SpiDevice.Create(settings);
    }
}
