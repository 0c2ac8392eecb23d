using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Device.Spi;
using MagHopfield.Instrument.Ports;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>
/// Pins by libgpiod, buses by spidev. libgpiod and not the registers, because the kernel then gives each line to one program and names a
/// line that is taken.
/// </summary>
/// <param name="model">The machine.</param>
public sealed class LinuxPiDevices(PiModel model) : IPiDevices
{
    /// <inheritdoc/>
    public GpioController OpenPins()
    {
        try
        {
            // Debian 13 has the newer interface only, Debian 12 the older one only.
            return new GpioController(new LibGpiodV2Driver(Header(LibGpiodV2Driver.GetAvailableChips())));
        }
        catch (Exception e) when (e is GpiodException or PlatformNotSupportedException or DllNotFoundException)
        {
            return OpenOlder();
        }
    }

    /// <inheritdoc/>
    public SpiDevice OpenBus(SpiConnectionSettings settings) => SpiDevice.Create(settings);

    /// <inheritdoc/>
    public IBoardClock Clock(Action alive) => new PiClock(alive);

    private GpioController OpenOlder()
    {
        try
        {
            return new GpioController(new LibGpiodDriver(Header(LibGpiodDriver.GetAvailableChips())));
        }
        catch (Exception e) when (e is GpiodException or PlatformNotSupportedException or DllNotFoundException)
        {
            throw new IOException(
                "libgpiod is not there or cannot open the pins; install it (sudo apt install libgpiod3, on Debian 12 libgpiod2) and be in "
                + "the group gpio.",
                e);
        }
    }

    private GpioChipInfo Header(IEnumerable<GpioChipInfo> chips) => chips.FirstOrDefault(chip => chip.Label == model.GpioChipLabel)
        ?? throw new IOException(
            $"there is no GPIO chip '{model.GpioChipLabel}', which a {model.Name} has; start the system of that machine.");
}
