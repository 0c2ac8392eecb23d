using MagHopfield.RaspberryPi.Commands;
using MagHopfield.RaspberryPi.PreFlight;
using MagHopfield.RaspberryPi.StandIn;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.Tests;

public sealed class FlightCheckTests
{
    private const string Buffer = "/sys/module/spidev/parameters/bufsiz";

    [Theory]
    [InlineData("Raspberry Pi 4 Model B Rev 1.5\0", "Raspberry Pi 4")]
    [InlineData("Raspberry Pi 400 Rev 1.1\0", "Raspberry Pi 4")]
    [InlineData("Raspberry Pi Compute Module 4 Rev 1.1\0", "Raspberry Pi 4")]
    [InlineData("Raspberry Pi 5 Model B Rev 1.0\0", "Raspberry Pi 5")]
    [InlineData("Raspberry Pi 500 Rev 1.0\0", "Raspberry Pi 5")]
    [InlineData("Raspberry Pi Compute Module 5 Rev 1.0\0", "Raspberry Pi 5")]
    public void A_machine_with_its_buses_and_a_long_buffer_may_start(string model, string name)
    {
        FlightReport report = FlightCheck.Of(new StandInMachine(model));
        Assert.Equal(name, report.Model!.Name);
        Assert.Empty(report.Faults);
        Assert.Empty(report.Notes);
        Assert.Equal(8192, report.BufferBytes);
    }

    [Theory]
    [InlineData("Raspberry Pi 3 Model B Plus Rev 1.3\0")]
    [InlineData("Raspberry Pi Zero 2 W Rev 1.0\0")]
    [InlineData("Raspberry Pi Compute Module 3 Rev 1.0\0")]
    [InlineData("Pine64 RockPro64 4\0")]
    public void A_machine_with_too_few_buses_is_refused_by_name(string model)
    {
        FlightReport report = FlightCheck.Of(new StandInMachine(model));
        Assert.Null(report.Model);
        Assert.Contains($"this is a '{model.TrimEnd('\0')}': the head needs four SPI buses", Assert.Single(report.Faults));
    }

    [Fact]
    public void A_missing_bus_is_named_with_the_line_that_makes_it()
    {
        StandInMachine machine = new("Raspberry Pi 4 Model B Rev 1.5\0");
        machine.Devices["/dev/spidev6.0"] = DeviceAccess.Missing;
        Assert.Equal(
            "/dev/spidev6.0 for ADC, switches and FRAM is not there: put 'dtoverlay=spi6-1cs,cs0_pin=14' into /boot/firmware/config.txt "
            + "and restart.",
            Assert.Single(FlightCheck.Of(machine).Faults));
    }

    [Fact]
    public void Every_bus_of_both_machines_has_an_overlay()
    {
        foreach (PiModel model in (PiModel[])[PiModel.Pi4, PiModel.Pi5])
        {
            StandInMachine machine = new(model.Name + " Model B\0");
            foreach ((int bus, _) in model.Buses)
                machine.Devices[PiModel.DeviceFile(bus)] = DeviceAccess.Missing;

            IReadOnlyList<string> faults = FlightCheck.Of(machine).Faults;
            Assert.Equal(4, faults.Count);
            Assert.All(model.Overlays, line => Assert.Single(faults, fault => fault.Contains($"'{line}'", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_bus_without_permission_names_the_group()
    {
        StandInMachine machine = new("Raspberry Pi 5 Model B Rev 1.0\0");
        machine.Devices["/dev/spidev0.0"] = DeviceAccess.Forbidden;
        Assert.Contains(
            "/dev/spidev0.0 for the pulse gate may not be opened: add this user to the group spi",
            Assert.Single(FlightCheck.Of(machine).Faults));
    }

    [Theory]
    [InlineData("4096\n", 4096, 0, 0)]
    [InlineData("1024\n", 1024, 0, 1)]
    [InlineData("8192\n", 8192, 0, 0)]
    [InlineData("512\n", 512, 1, 0)]
    [InlineData("a lot\n", 4096, 1, 0)]
    [InlineData(null, 4096, 0, 0)]
    public void The_buffer_sets_the_longest_pulse(string? text, int bytes, int faults, int notes)
    {
        StandInMachine machine = new("Raspberry Pi 4 Model B Rev 1.5\0");
        machine.Texts[Buffer] = text;
        FlightReport report = FlightCheck.Of(machine);
        Assert.Equal((bytes, faults, notes), (report.BufferBytes, report.Faults.Count, report.Notes.Count));
        Assert.All(report.Faults.Concat(report.Notes), line => Assert.Contains("spidev.bufsiz=8192", line));
        Assert.All(report.Notes, line => Assert.Contains("pulses up to 8152 us, where the instrument allows 10000", line));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("open")]
    [InlineData("serve --tcp 0")]
    [InlineData("serve")]
    [InlineData("serve --tcp 65536")]
    [InlineData("serve --serial /dev/ttyUSB0@fast")]
    [InlineData("frobnicate")]
    [InlineData("wiring --svg /no/such/folder/file.svg")]
    public void Without_what_it_needs_a_command_ends_with_2_and_one_line(string line)
    {
        // Not a Raspberry Pi at all.
        using StringWriter error = new();
        PiCommands command = new(new StandInMachine(null), _ => throw new NotSupportedException(), TextWriter.Null, error);
        Assert.Equal(2, command.Run(line.Split(' '), CancellationToken.None));
        Assert.StartsWith("maghopfield-pi: ", error.ToString());
        Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
