using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.RaspberryPi.Wiring;
using MagHopfield.Toml;

namespace MagHopfield.RaspberryPi.Tests;

public sealed class WiringTests
{
    // The ESP32's own UART and ADC: here SCPI is on the network or on an adapter, and there is no ADC.
    private static readonly string[] LeftOut = ["UART_TX", "UART_RX", "SUPPLY_MON", "PULSE_MON"];

    [Fact]
    public void Every_net_of_the_ESP32_has_its_wire_and_ends_at_the_socket_pin_of_the_schematic()
    {
        Dictionary<string, int> socket = ControllerSheet.Nets.ToDictionary(net => net.Value, net => net.Key);
        Assert.All(
            socket.Keys.Except(LeftOut),
            net => Assert.Equal($"IO{socket[net]}", Assert.Single(WiringTable.Rows, row => row.Net == net).Socket));
    }

    [Fact]
    public void Every_wire_ends_at_a_net_of_the_board()
    {
        HashSet<string> nets = [.. BoardDesigner.FourNodes().Parts.SelectMany(part => part.Pins).Select(pin => pin.Net).OfType<string>()];
        Assert.All(WiringTable.Rows, row => Assert.Contains(row.Net, nets));
    }

    [Fact]
    public void The_gate_is_read_back_where_it_leaves_the_emergency_stop()
    {
        Part stop = BoardDesigner.FourNodes().Parts.Single(part => part.Item.PartNumber.StartsWith("AVW401", StringComparison.Ordinal));
        WiringRow[] rows = [.. WiringTable.Rows.Where(r => r.Net == "PULSE_EN_S")];
        Assert.Equal(2, rows.Length);
        Assert.All(rows, row => Assert.Contains(stop.Reference, row.Socket));
        Assert.All(
            rows,
            row => Assert.Equal("PULSE_EN_S", stop.Pins.Single(pin => row.Socket.EndsWith(pin.Number, StringComparison.Ordinal)).Net));
    }

    [Fact]
    public void No_pin_has_two_wires_and_none_is_one_of_a_bus_that_is_not_connected()
    {
        Assert.Equal(WiringTable.Rows.Count, WiringTable.Rows.Select(row => row.HeaderPin).Distinct().Count());
        Assert.DoesNotContain(
            WiringTable.Rows, row => PiPins.IdleBusLines.Append(PiPins.PulseSclk).Any(gpio => PiHeader.PinOf(gpio) == row.HeaderPin));
        Assert.All(WiringTable.Rows.Where(row => row.Net == "AGND"), row => Assert.Equal("GND", row.HeaderName));
    }

    [Fact]
    public void What_must_rest_low_is_on_pins_that_the_chip_pulls_down_at_reset() =>
        Assert.All((int[])[PiPins.PulseEnable, PiPins.DacClear], gpio => Assert.InRange(gpio, 9, 27));

    [Fact]
    public void The_page_shows_the_table_and_the_picture_is_the_one_that_the_program_draws()
    {
        string page = Repository.Read("hardware/raspberry-pi.md");
        Assert.True(
            page.Contains(WiringTable.Markdown(), StringComparison.Ordinal),
            "hardware/raspberry-pi.md lacks the table that 'maghopfield-pi wiring' prints.");
        Assert.True(
            Repository.Read("hardware/drawings/raspberry-pi.svg") == WiringDrawing.Draw(),
            "hardware/drawings/raspberry-pi.svg is out of date; run: maghopfield-pi wiring --svg hardware/drawings/raspberry-pi.svg");
        foreach (PiModel model in (PiModel[])[PiModel.Pi4, PiModel.Pi5])
            Assert.All(model.Overlays, line => Assert.Contains(line, page));
    }
}
