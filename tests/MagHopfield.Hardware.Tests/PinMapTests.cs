using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Instrument.Board;
using MagHopfield.Toml;

namespace MagHopfield.Hardware.Tests;

/// <summary>The page of the board, the firmware's board file and the netlist say the same, net by net.</summary>
public partial class PinMapTests
{
    private static readonly BoardDesign Design = BoardDesigner.FourNodes();
    private static readonly string[] Page = Repository.Read("board.md").Split('\n');

    [Fact]
    public void Every_GPIO_of_the_firmware_has_a_net_and_every_net_of_the_page_its_GPIO()
    {
        // Net of the controller, number in the firmware, and where the page gives it: start of its line and which number after the first
        // bar.
        (string Net, int Gpio, string Line, int Number)[] map =
        [
            (
                "MEAS_MOSI",
                BoardPins.MeasureMosi,
                "| 1, measuring |",
                2), (
                    "MEAS_MISO", BoardPins.MeasureMiso, "| 1, measuring |", 3), ("MEAS_SCLK", BoardPins.MeasureSclk, "| 1, measuring |", 4),
            (
                "DAC_MOSI",
                BoardPins.DacMosi,
                "| 2, DAC |",
                2), ("DAC_MISO", BoardPins.DacMiso, "| 2, DAC |", 3), ("DAC_SCLK", BoardPins.DacSclk, "| 2, DAC |", 4),
            ("CS_ADC", BoardPins.AdcSelect, "| select `ADC`", 0), ("CS_DAC1", BoardPins.DacSelect(0), "| select `DAC1`", 0),
            (
                "CS_SW1",
                BoardPins.NodeSwitchSelect(0),
                "| selects `SW1`",
                0), ("CS_SW2", BoardPins.NodeSwitchSelect(1), "| selects `SW1`", 1),
            (
                "CS_SW3",
                BoardPins.NodeSwitchSelect(2),
                "| selects `SW1`",
                2), ("CS_SW4", BoardPins.NodeSwitchSelect(3), "| selects `SW1`", 3),
            (
                "CS_PSW1",
                BoardPins.PulseSwitchSelect(0),
                "| select `PSW1`",
                0), ("MEM_CS", BoardPins.MemorySelect, "| select `MEM`", 0), ("PULSE_EN", BoardPins.PulseEnable, "| `PULSE_EN`", 0),
            ("DAC_CLR_IO", BoardPins.DacClear, "| `DAC_CLR`", 0), ("LED_DATA", BoardPins.LedData, "| LED data", 0),
            ("UART_TX", BoardPins.SerialTransmit, "| second UART", 0), ("UART_RX", BoardPins.SerialReceive, "| second UART", 1),
            ("SUPPLY_MON", BoardPins.SupplyMonitor, "| supply monitor", 0), ("PULSE_MON", BoardPins.PulseMonitor, "| pulse monitor", 0),
            (
                "BTN_PATTERN",
                BoardPins.ButtonPattern,
                "| buttons",
                0), ("BTN_TRAIN", BoardPins.ButtonTrain, "| buttons", 1), ("BTN_RECALL", BoardPins.ButtonRecall, "| buttons", 2),
        ];
        Part controller = Design.Parts.Single(p => p.Item.PartNumber.StartsWith("ESP32", StringComparison.Ordinal));
        foreach ((string net, int gpio, string line, int number) in map)
        {
            Assert.Equal(net, controller.Pins.Single(p => p.Name == "IO" + gpio.ToString(CultureInfo.InvariantCulture)).Net);
            string[] cells = Page.Single(l => l.StartsWith(line, StringComparison.Ordinal)).Split('|');
            int[] numbers = line.StartsWith("| 1", StringComparison.Ordinal) || line.StartsWith("| 2", StringComparison.Ordinal)
                ? [.. cells[2..7].Select(c => int.TryParse(c.Trim(), CultureInfo.InvariantCulture, out int n) ? n : -1)]
                : [.. cells[^2].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
            Assert.Equal(gpio, numbers[number]);
        }

        // Nothing of the firmware's numbers is left out, and nothing of the controller's nets.
        HashSet<int> named = [.. map.Select(m => m.Gpio)];
        Assert.Equal(map.Length, named.Count);
        foreach (FieldInfo field in typeof(BoardPins).GetFields(BindingFlags.Public | BindingFlags.Static).Where(
            f => f.IsLiteral && !f.Name.EndsWith("Bus", StringComparison.Ordinal)
            && !f.Name.EndsWith("Clock", StringComparison.Ordinal)))
        {
            Assert.Contains((int)field.GetRawConstantValue()!, named);
        }

        Assert.Equal(
            map.Select(m => m.Net).Order(),
            controller.Pins.Where(p => p.Net is not null && p.Name.StartsWith("IO", StringComparison.Ordinal)).Select(p => p.Net!).Order());
    }

    [Fact]
    public void The_switches_of_a_node_close_what_the_page_says()
    {
        int rows = 0;
        foreach (Match row in SwitchRow().Matches(string.Join('\n', Page)))
        {
            rows++;
            string number = row.Groups[2].Value;
            Assert.Equal(int.Parse(number, CultureInfo.InvariantCulture) - 1, int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture));
            for (int k = 1; k <= BoardDesigner.Nodes; k++)
            {
                string n = k.ToString(CultureInfo.InvariantCulture);
                Part chip = Design.Parts.Single(p => p.Pins.Any(q => q.Net == "CS_SW" + n && q.Kind == PinKind.Input));
                string[] said = [row.Groups[3].Value.Replace("_k", "_" + n), row.Groups[4].Value.Replace("_k", "_" + n)];
                string[] drawn = [chip.Pins.Single(p => p.Name == "S" + number).Net!, chip.Pins.Single(p => p.Name == "D" + number).Net!];
                Assert.Equal(said.Order(), drawn.Order());
                Assert.Null(chip.Pins.Single(p => p.Name == "S7").Net);
                Assert.Null(chip.Pins.Single(p => p.Name == "D8").Net);
            }
        }

        Assert.Equal(6, rows);
    }

    [Fact]
    public void The_inputs_of_the_ADC_the_channels_of_the_DAC_and_the_pulse_switches_are_where_the_page_says()
    {
        Part adc = Design.Parts.Single(p => p.Item.PartNumber.StartsWith("AD7124", StringComparison.Ordinal));
        int rows = 0;
        foreach (Match row in InputRow().Matches(string.Join('\n', Page)))
        {
            rows++;
            string net = adc.Pins.Single(p => p.Name == "AIN" + row.Groups[1].Value).Net!;
            string[] behind =
            [
                net,
                .. Design.Parts.Where(
                    p => p.Reference[0] == 'R' && p.Pins.Any(q => q.Net == net)).SelectMany(p => p.Pins).Select(p => p.Net!),
            ];
            Assert.Contains(row.Groups[2].Value, behind);
        }

        Assert.Equal(5, rows);
        Part dac = Design.Parts.Single(p => p.Item.PartNumber.StartsWith("AD5754R", StringComparison.Ordinal));
        Part switches = Design.Parts.Single(p => p.Item.PartNumber.StartsWith("ADGS6414D", StringComparison.Ordinal));
        for (int k = 0; k < BoardDesigner.Nodes; k++)
        {
            string n = (k + 1).ToString(CultureInfo.InvariantCulture);
            string level = dac.Pins.Single(p => p.Name == "VOUT" + "ABCD"[k % 4]).Net!;
            Part driver = Design.Parts.Single(p => p.Pins.Any(q => q.Name == "IN+" && q.Net == level));
            Assert.Equal("D_" + n, driver.Pins.Single(p => p.Name == "VO").Net);
            Assert.Equal("D_" + n, driver.Pins.Single(p => p.Name == "IN-").Net);
            Assert.Equal(
                ("D_" + n, "T_" + n), (switches.Pins.Single(p => p.Name == "S" + n).Net, switches.Pins.Single(p => p.Name == "D" + n).Net));
        }
    }

    [Fact]
    public void Every_net_that_the_page_explains_is_in_the_netlist()
    {
        SortedDictionary<string, List<(Part, Pin)>> nets = Design.Nets();
        int rows = 0;
        foreach (Match row in NetRow().Matches(string.Join('\n', Page)))
        {
            foreach (Match name in Name().Matches(row.Groups[1].Value))
            {
                rows++;

                // Electrodes are on the film, behind the connector's F and S.
                string net = name.Groups[1].Value.Replace("_k", "_2").Replace("E_2", "F_2");
                Assert.True(nets.ContainsKey(net), $"board.md explains {name.Groups[1].Value}, the netlist has no {net}");
            }
        }

        Assert.True(rows >= 9, $"{rows} nets found on the page");
    }

    [GeneratedRegex(@"^\| (\d) \| SW(\d) \| `([A-Za-z_]+)` – `([A-Za-z_]+)`", RegexOptions.Multiline)]
    private static partial Regex SwitchRow();

    [GeneratedRegex(@"^\| AIN(\d) \| `([A-Za-z_]+)`", RegexOptions.Multiline)]
    private static partial Regex InputRow();

    [GeneratedRegex(@"^\| ((?:`[A-Z_]+(?:_k)?`(?:, )?)+) \| ", RegexOptions.Multiline)]
    private static partial Regex NetRow();

    [GeneratedRegex("`([A-Z_]+(?:_k)?)`")]
    private static partial Regex Name();
}
