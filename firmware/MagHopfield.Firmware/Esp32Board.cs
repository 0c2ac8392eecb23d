using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Spi;
using MagHopfield.Instrument.Ws2812;
using nanoFramework.Hardware.Esp32;

namespace MagHopfield.Firmware;

/// <summary>Opens buses and pins of the board (hardware/board.md) for a film of four nodes.</summary>
internal static class Esp32Board
{
    private const int NodeCount = 4;

    public static BoardHardware Open(Esp32Clock clock, AdcPowerMonitor monitor, Ws2812Panel panel, out ISpiLink memory)
    {
        // First what keeps the pulse drivers off and the DACs at 0 V.
        RmtPulseGate pulseGate = new RmtPulseGate(BoardPins.PulseEnable, monitor);
        GpioController pins = new GpioController();
        GpioPin dacClear = pins.OpenPin(BoardPins.DacClear, PinMode.Output);
        dacClear.Write(PinValue.Low);

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
        {
            nodeSelects[k] = Select(pins, BoardPins.NodeSwitchSelect(k));
        }

        SpiDevice measureBus = Bus(BoardPins.MeasureBus, SpiMode.Mode3, BoardPins.MeasureClock);
        SpiDevice dacBus = Bus(BoardPins.DacBus, SpiMode.Mode1, BoardPins.DacClock);
        ISpiLink[] nodeSwitches = new ISpiLink[NodeCount];
        for (int k = 0; k < NodeCount; k++)
        {
            nodeSwitches[k] = new PinSelectedSpi(measureBus, nodeSelects[k]);
        }

        memory = new PinSelectedSpi(measureBus, memorySelect);
        return new BoardHardware(
            new PinSelectedSpi(measureBus, adcSelect),
            new ISpiLink[] { new PinSelectedSpi(dacBus, dacSelect) },
            nodeSwitches,
            new ISpiLink[] { new PinSelectedSpi(measureBus, pulseSelect) },
            dacClear,
            pulseGate,
            clock,
            panel);
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
