using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>Where the head gets its pins, buses and time: from Linux, or from a stand-in that has chip models behind them.</summary>
public interface IPiDevices
{
    /// <summary>The pins of the header, by GPIO number.</summary>
    /// <exception cref="IOException">They cannot be had; the message says how to mend it.</exception>
    GpioController OpenPins();

    /// <summary>A bus.</summary>
    /// <param name="settings">Bus, mode and clock.</param>
    SpiDevice OpenBus(SpiConnectionSettings settings);

    /// <summary>Time on the board.</summary>
    /// <param name="alive">Called at least once a second of waiting.</param>
    IBoardClock Clock(Action alive);
}
