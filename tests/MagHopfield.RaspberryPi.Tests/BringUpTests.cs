using System.Globalization;
using System.Text.RegularExpressions;
using MagHopfield.Hardware.Dummy;
using MagHopfield.RaspberryPi.Commands;
using MagHopfield.RaspberryPi.PreFlight;
using MagHopfield.RaspberryPi.StandIn;
using MagHopfield.RaspberryPi.Wiring;
using MagHopfield.Toml;

namespace MagHopfield.RaspberryPi.Tests;

/// <summary>hardware/bring-up-raspberry-pi.md, step by step on the stand-in.</summary>
public sealed partial class BringUpTests
{
    private const string Pi4 = "Raspberry Pi 4 Model B Rev 1.5\0";
    private static readonly string[] Page = Repository.Read("hardware/bring-up-raspberry-pi.md").Split('\n');

    private static readonly IReadOnlyDictionary<string, Trial> Faults = new Dictionary<string, Trial>
    {
        ["not a Raspberry Pi"] = new(Model: null),
        ["Raspberry Pi 3"] = new(Model: "Raspberry Pi 3 Model B Plus Rev 1.3\0"),
        ["overlay of the measuring bus missing"] = new(Machine: m => m.Devices["/dev/spidev6.0"] = DeviceAccess.Missing),
        ["user not in the group spi"] = new(Machine: m => m.Devices["/dev/spidev0.0"] = DeviceAccess.Forbidden),
        ["bus does not open"] = new(Machine: m => m.Devices["/dev/spidev4.0"] = DeviceAccess.Busy),
        ["spidev.bufsiz too small"] = new(Machine: m => m.Texts["/sys/module/spidev/parameters/bufsiz"] = "512\n"),
        ["a pin is taken"] = new(Pi: pi => pi.Pins.Taken.Add(PiPins.NodeSwitchSelect(1))),
        ["gate high"] = new(Pi: pi => pi.PulseOpened = bus => bus.StuckHigh = true, ExitCode: 3),
        ["core clock not at 500 MHz"] = new(Pi: pi => pi.PulseOpened = bus => bus.ConnectionSettings.ClockFrequency = 500_000, ExitCode: 3),
        ["a pause between bytes"] = new(Pi: pi => pi.PulseOpened = bus => bus.Gap = 1, ExitCode: 3),
        ["nothing"] = new(ExitCode: 0),
    };

    public static TheoryData<string, string> FaultRows => Rows("| what is wrong | says |");

    public static TheoryData<string, string, string> PulseRows =>
        [.. Table("| say | gate | T1 |").Select(row => new TheoryDataRow<string, string, string>(row[0], row[1], row[2]))];

    public static TheoryData<string, string> ForbiddenRows => Rows("| do | seen |");

    [Theory]
    [MemberData(nameof(FaultRows))]
    public void The_check_says_of_each_fault_what_the_page_says(string fault, string says)
    {
        Trial trial = Faults[fault];
        StandInMachine machine = new(trial.Model);
        trial.Machine?.Invoke(machine);
        using StandInPi pi = new(DummyFilm.Nominal);
        trial.Pi?.Invoke(pi);
        using StringWriter said = new();
        Assert.Equal(trial.ExitCode, new PiCommands(machine, _ => pi, said, said).Run(["check"], CancellationToken.None));
        Assert.Equal(says, said.ToString().Replace("maghopfield-pi: ", "").TrimEnd());
        Assert.False(pi.Board.PulsePathClosed || pi.Board.ProbePathClosed);
        Assert.Empty(pi.Board.Pulses);
    }

    [Fact]
    public void Every_fault_of_the_test_is_a_row_of_the_page() =>
        Assert.Equal(
            Faults.Keys.Order(StringComparer.Ordinal),
            Table("| what is wrong | says |").Select(row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_first_words_are_answered_as_the_page_says()
    {
        using HeadFixture head = new(DummyFilm.Nominal);
        string[][] rows = [.. Table("| say | answer | means |")];
        Assert.True(rows.Length > 10);
        foreach (string[] row in rows)
        {
            string answer = head.Say(row[0].Trim('`'));
            if (!row[1].StartsWith("none", StringComparison.Ordinal))
                AssertAnswer(row[0], row[1], answer);
            else if (row[1] == "none")
                Assert.Equal("", answer);
        }

        Assert.Empty(head.Pi.Board.Hazards);
        Assert.Empty(head.Pi.Faults);
    }

    [Fact]
    public void The_command_open_opens_what_a_killed_program_left_closed()
    {
        using StandInPi pi = new(DummyFilm.Nominal);
        pi.Board.NodeSwitches[0].Exchange([0x01, 0x05], new byte[2], System.Device.Spi.SpiMode.Mode3, 5_000_000);
        Assert.True(pi.Board.ProbePathClosed);
        using StringWriter said = new();
        Assert.Equal(0, new PiCommands(new StandInMachine(Pi4), _ => pi, said, said).Run(["open"], CancellationToken.None));
        Assert.Equal("all switches are open, the DAC is cleared.", said.ToString().TrimEnd());
        Assert.True(pi.IsSafe);
    }

    [Fact]
    public void The_buttons_do_what_the_page_says()
    {
        using HeadFixture head = new(DummyFilm.Nominal);
        foreach (string[] row in Table("| press | panel | journal |"))
        {
            int before = head.Said.Count;
            int pin = int.Parse(Pin().Match(row[0]).Groups[1].Value, CultureInfo.InvariantCulture);
            int gpio = int.Parse(PiHeader.NameOf(pin).Split(' ')[1], CultureInfo.InvariantCulture);
            head.Press(gpio, 60);
            Assert.Equal(row[2], string.Join(", ", head.Said.Skip(before)));
            Assert.Equal(row[1], $"{head.Pi.Leds.Colours.Count(colour => colour != 0)} LEDs lit");
            Assert.All(head.Pi.Leds.Colours, colour => Assert.True(colour is 0 or 0x002000));
        }

        Assert.Equal(0, head.Pi.Leds.BadPulses);
        Assert.True(head.Pi.Board.Pulses.Count > 0);
    }

    [Theory]
    [MemberData(nameof(PulseRows))]
    public void A_pulse_shows_on_the_oscilloscope_what_the_page_says(string say, string gate, string terminal)
    {
        using HeadFixture head = new(DummyFilm.Nominal);
        head.Say(say.Trim('`'));
        Assert.Equal("0,\"No error\"", head.Say("SYST:ERR?"));
        double[] widths = [.. head.Pi.Board.Pulses.Select(p => p.Width * 1e6)];
        Assert.Equal(gate, string.Create(CultureInfo.InvariantCulture, $"{widths.Length} × {widths.Distinct().Single():0} µs"));
        Assert.Equal(terminal, string.Create(CultureInfo.InvariantCulture, $"{head.Pi.Board.Pulses[0].TerminalVoltages[0]:+0.000} V"));
    }

    [Theory]
    [MemberData(nameof(ForbiddenRows))]
    public void What_must_not_happen_does_not_and_is_said(string row, string seen)
    {
        PulseBus? bus = null;
        using HeadFixture head = new(DummyFilm.Nominal, pulse: b => bus = b);
        bus!.StopPressed = row.StartsWith("emergency stop pressed", StringComparison.Ordinal);
        bus.StuckHigh = row.StartsWith("wire of header pin 10 to 3.3 V", StringComparison.Ordinal);
        Assert.True(bus.StopPressed ^ bus.StuckHigh);
        string answer = "";
        foreach (Match command in Command().Matches(row))
            answer = head.Say(command.Groups[1].Value);

        // The queue of errors keeps so much of a text.
        string text = answer[(answer.IndexOf(';') + 1)..].TrimEnd('"');
        Assert.True(text.Length > 60);
        Assert.StartsWith(text, seen);
        Assert.Empty(head.Pi.Board.Pulses);
        Assert.Equal("OPEN", head.Say("DIAG:SWIT?"));
    }

    // "v ± tolerance" for each number, or the answer itself.
    private static void AssertAnswer(string say, string expected, string answer)
    {
        if (!expected.Contains('±', StringComparison.Ordinal))
        {
            Assert.True(expected == answer, $"{say}: the page has {expected}, the board says {answer}.");
            return;
        }

        string[] limits = expected.Split(", ");
        string[] numbers = answer.Split(',');
        Assert.Equal(limits.Length, numbers.Length);
        for (int i = 0; i < limits.Length; i++)
        {
            double[] parts = [.. limits[i].Replace('−', '-').Split('±').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
            Assert.InRange(double.Parse(numbers[i], CultureInfo.InvariantCulture), parts[0] - parts[1], parts[0] + parts[1]);
        }
    }

    private static TheoryData<string, string> Rows(string header) =>
        [.. Table(header).Select(row => new TheoryDataRow<string, string>(row[0], row[1]))];

    private static IEnumerable<string[]> Table(string header) =>
        Page.SkipWhile(line => line != header).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray());

    [GeneratedRegex("header pin (\\d+)")]
    private static partial Regex Pin();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Command();

    private sealed record Trial(
        string? Model = Pi4, Action<StandInMachine>? Machine = null, Action<StandInPi>? Pi = null, int ExitCode = 2);
}
