using System.Globalization;
using MagHopfield.Instrument.Board;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.PreFlight;

/// <summary>
/// Looks at model, buses and buffers before anything is opened. Pins are tried when they are opened, for only the kernel knows who has one.
/// </summary>
public static class FlightCheck
{
    private const string ModelFile = "/proc/device-tree/model";
    private const string BufferFile = "/sys/module/spidev/parameters/bufsiz";
    private const string Config = "/boot/firmware/config.txt";

    // What spidev takes where nothing is set.
    private const int DefaultBuffer = 4096;

    /// <summary>Checks a machine.</summary>
    /// <param name="machine">The machine.</param>
    public static FlightReport Of(IMachine machine)
    {
        if (machine.Text(ModelFile) is not { } text)
        {
            return Refused(
                $"there is no {ModelFile}: this is no Raspberry Pi; run the head on a Raspberry Pi 4 or 5, or a virtual board by "
                + "'maghopfield board serve'.");
        }

        string name = text.Trim('\0', ' ', '\n');
        if (PiModel.Of(name) is not { } model)
        {
            return Refused(
                $"this is a '{name}': the head needs four SPI buses, one of them with DMA, as the Raspberry Pi 4, 400, 5, 500 and Compute "
                + "Modules 4 and 5 have.");
        }

        List<string> faults = [];
        List<string> notes = [];
        foreach ((int bus, string carries) in model.Buses)
        {
            string file = PiModel.DeviceFile(bus);
            string? fault = machine.Access(file) switch
            {
                DeviceAccess.Missing => $"{file} for {carries} is not there: put '{Overlay(model, bus)}' into {Config} and restart.",
                DeviceAccess.Forbidden =>
                    $"{file} for {carries} may not be opened: add this user to the group spi (sudo usermod -aG spi,gpio $USER) and log in "
                    + "anew.",
                DeviceAccess.Busy => $"{file} for {carries} does not open: end the program that has it (sudo fuser {file} names it).",
                _ => null,
            };
            if (fault is not null)
                faults.Add(fault);
        }

        int buffer = Buffer(machine, faults);
        int wanted = new PulseLimits().WidthMicroseconds;
        if (buffer >= LeastBuffer && SpiPulseGate.Longest(buffer) < wanted)
        {
            notes.Add(
                $"spidev.bufsiz is {buffer}: pulses up to {SpiPulseGate.Longest(buffer)} us, where the instrument allows {wanted}; put "
                + "spidev.bufsiz=8192 into cmdline.txt for all.");
        }

        return new FlightReport(model, buffer, faults, notes);
    }

    private static FlightReport Refused(string fault) => new(null, DefaultBuffer, [fault], []);

    private static string Overlay(PiModel model, int bus) =>
        model.Overlays.Single(line => line.Contains($"spi{bus}-", StringComparison.Ordinal));

    private static int Buffer(IMachine machine, List<string> faults)
    {
        // No such file where spidev is built into the kernel without a parameter on the command line.
        if (machine.Text(BufferFile) is not { } text)
            return DefaultBuffer;

        if (!int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int bytes))
        {
            faults.Add(
                $"{BufferFile} holds '{text.Trim()}', no number of bytes; put spidev.bufsiz=8192 into /boot/firmware/cmdline.txt and "
                + "restart.");
            return DefaultBuffer;
        }

        // A picture of the LEDs is longer than the shortest pulse.
        if (bytes < LeastBuffer)
        {
            faults.Add(
                $"spidev.bufsiz is {bytes}, the LEDs take {LeastBuffer} bytes in one transfer; put spidev.bufsiz=8192 into "
                + "/boot/firmware/cmdline.txt and restart.");
        }

        return bytes;
    }

    // 64 LEDs of 24 bits, three bits of the bus each, and the rest that the binding appends.
    private const int LeastBuffer = 1024;
}
