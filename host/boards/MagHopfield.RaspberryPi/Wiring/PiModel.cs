namespace MagHopfield.RaspberryPi.Wiring;

/// <summary>
/// Which SPI bus lies on the head's pins. The pulse is always on SPI0: of the Pi 4's buses only that one has DMA, without which the driver
/// leaves gaps between bytes. The others are sorted by mode, one device each, so that a clock line never changes its rest level while a
/// chip is selected.
/// </summary>
/// <param name="Name">Name for messages.</param>
/// <param name="PulseBus">Bus of the gate, mode 1.</param>
/// <param name="MeasureBus">Bus of the ADC, the switches and the FRAM, mode 3.</param>
/// <param name="DacBus">Bus of the DAC, mode 1.</param>
/// <param name="LedBus">Bus of the LEDs, mode 0.</param>
/// <param name="ChipSelectLine">
/// −1 where the driver of the bus can leave its chip selects alone (SPI_NO_CS); 0 where it cannot (Pi 5): it then moves a line that is not
/// connected.
/// </param>
/// <param name="GpioChipLabel">Label of the GPIO chip of the header.</param>
/// <param name="Overlays">Lines of /boot/firmware/config.txt.</param>
public sealed record PiModel(
    string Name,
    int PulseBus,
    int MeasureBus,
    int DacBus,
    int LedBus,
    int ChipSelectLine,
    string GpioChipLabel,
    IReadOnlyList<string> Overlays)
{
    /// <summary>Raspberry Pi 4, 400, Compute Module 4 (BCM2711).</summary>
    public static PiModel Pi4 { get; } = new(
        "Raspberry Pi 4", 0, 6, 4, 3, -1, "pinctrl-bcm2711",
        [
            "dtoverlay=spi0-0cs", "dtoverlay=spi3-1cs", "dtoverlay=spi4-1cs", "dtoverlay=spi6-1cs,cs0_pin=14",
        ]);

    /// <summary>Raspberry Pi 5, 500, Compute Module 5 (RP1).</summary>
    public static PiModel Pi5 { get; } = new(
        "Raspberry Pi 5", 0, 1, 3, 2, 0, "pinctrl-rp1",
        [
            "dtoverlay=spi0-0cs", "dtoverlay=spi1-1cs,cs0_pin=14", "dtoverlay=spi2-1cs-pi5", "dtoverlay=spi3-1cs-pi5",
        ]);

    /// <summary>The buses with what they carry, in the order of their opening.</summary>
    public IReadOnlyList<(int Bus, string Carries)> Buses =>
        [(PulseBus, "the pulse gate"), (MeasureBus, "ADC, switches and FRAM"), (DacBus, "the DAC"), (LedBus, "the LEDs")];

    /// <summary>Path of the device file of a bus.</summary>
    /// <param name="bus">Number of the bus.</param>
    public static string DeviceFile(int bus) => FormattableString.Invariant($"/dev/spidev{bus}.0");

    /// <summary>The model by what the device tree calls it.</summary>
    /// <param name="deviceTreeModel">As in "Raspberry Pi 4 Model B Rev 1.5".</param>
    /// <returns>The model, or null where the machine has not enough buses or is none of these.</returns>
    public static PiModel? Of(string deviceTreeModel)
    {
        string text = deviceTreeModel.Trim('\0', ' ', '\n');
        return Names(text, "4", "400") ? Pi4 : Names(text, "5", "500") ? Pi5 : null;
    }

    private static bool Names(string text, string number, string keyboard)
    {
        string[] words = text.Split(' ');
        string? after = words is ["Raspberry", "Pi", "Compute", "Module", string module, ..] ? module
            : words is ["Raspberry", "Pi", string board, ..] ? board
            : null;
        return after == number || after == keyboard;
    }
}
