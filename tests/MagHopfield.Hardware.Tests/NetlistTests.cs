using System.Globalization;
using MagHopfield.Hardware.Bom;
using MagHopfield.Hardware.Drawing;
using MagHopfield.Hardware.Dummy;
using MagHopfield.Hardware.KiCad;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Hardware.Tests;

public class NetlistTests
{
    private static readonly BoardDesign Design = BoardDesigner.FourNodes();

    private static readonly Lazy<Dictionary<(string Part, string Pin), string>> Drawn = new(() =>
        Design.Sheets.SelectMany(
            s => SchematicNetlist.Read(Repository.Read("kicad", s + ".kicad_sch"))).ToDictionary(p => p.Key, p => p.Value));

    [Fact]
    public void The_board_keeps_the_electrical_rules() => Assert.Empty(ElectricalRules.Violations(Design));

    [Fact]
    public void The_rules_find_a_lone_net_a_fight_of_outputs_and_a_supply_without_source()
    {
        BoardDesign bad = new();
        BomItem item = Design.Parts[0].Item;
        bad.Add(
            "x",
            "U",
            item,
            new Pin("1", "A", PinKind.Output, "N1"),
            new Pin("2", "B", PinKind.PowerIn, "V"),
            new Pin("3", "C", PinKind.Input, null));
        bad.Add(
            "x",
            "U",
            item,
            new Pin("1", "A", PinKind.Output, "N1"),
            new Pin("2", "B", PinKind.PowerIn, "V"),
            new Pin("3", "C", PinKind.Passive, "alone"));
        IReadOnlyList<string> found = ElectricalRules.Violations(bad);
        Assert.Contains(found, v => v.Contains("N1 is driven by U1 and U2"));
        Assert.Contains(found, v => v.Contains("supply net V has no source"));
        Assert.Contains(found, v => v.Contains("net alone ends at U2 pin 3"));
        Assert.Contains(found, v => v.Contains("U1 pin 3 (C) is an input and left open"));
    }

    [Fact]
    public void The_committed_schematic_is_what_the_command_writes()
    {
        foreach ((string name, string text) in SchematicWriter.Files(Design))
            Assert.True(text == Repository.Read("kicad", name), $"hardware/kicad/{name} is out of date; run: maghopfield hardware write");

        Assert.True(
            BlockDiagram.Draw(Design) == Repository.Read("drawings", "blocks.svg"),
            "hardware/drawings/blocks.svg is out of date; run: maghopfield hardware write");
        foreach (string sheet in Design.Sheets)
        {
            Assert.True(
                SheetSvg.Draw(Design, sheet) == Repository.Read("drawings", sheet + ".svg"),
                $"hardware/drawings/{sheet}.svg is out of date; run: maghopfield hardware write");
        }

        Assert.True(
            BillOfMaterials.Csv(Design) == Repository.Read("bom.csv"), "hardware/bom.csv is out of date; run: maghopfield hardware write");
    }

    [Fact]
    public void The_drawn_schematic_joins_exactly_the_pins_of_the_netlist()
    {
        Dictionary<(string, string), string> meant = [];
        foreach (Part part in Design.Parts)
        {
            foreach (Pin pin in part.Pins.Where(p => p.Net is not null))
                meant[(part.Reference, pin.Number)] = pin.Net!;
        }

        Assert.Equal(meant.OrderBy(p => p.Key).ToList(), Drawn.Value.OrderBy(p => p.Key).ToList());
    }

    [Fact]
    public void Every_pin_of_the_firmware_reaches_the_chip_that_the_firmware_means()
    {
        Part controller = Design.Parts.Single(p => p.Item.PartNumber.StartsWith("ESP32", StringComparison.Ordinal));
        string Net(int gpio) => Drawn.Value[(controller.Reference, controller.Pins.Single(p => p.Name == $"IO{gpio}").Number)];
        void Reaches(int gpio, string partNumber, string pin)
        {
            string net = Net(gpio);
            Assert.Contains(
                Design.Parts.Where(p => p.Item.PartNumber.StartsWith(partNumber, StringComparison.Ordinal)),
                p => p.Pins.Any(q => q.Name == pin && Drawn.Value.GetValueOrDefault((p.Reference, q.Number)) == net));
        }

        Reaches(BoardPins.AdcSelect, "AD7124", "CS");
        Reaches(BoardPins.DacSelect(0), "AD5754R", "SYNC");
        Reaches(BoardPins.PulseSwitchSelect(0), "ADGS6414D", "CS");
        Reaches(BoardPins.MeasureMosi, "AD7124", "DIN");
        Reaches(BoardPins.MeasureMosi, "ADGS1414D", "SDI");
        Reaches(BoardPins.MeasureMiso, "AD7124", "DOUT/RDY");
        Reaches(BoardPins.MeasureMiso, "ADGS6414D", "SDO");
        Reaches(BoardPins.MeasureSclk, "ADGS1414D", "SCLK");
        Reaches(BoardPins.DacMosi, "AD5754R", "SDIN");
        Reaches(BoardPins.DacMiso, "AD5754R", "SDO");
        Reaches(BoardPins.DacSclk, "AD5754R", "SCLK");
        Reaches(BoardPins.LedData, "SN74AHCT1G125", "A");
        Assert.Equal("PULSE_EN", Net(BoardPins.PulseEnable));
        for (int k = 0; k < BoardDesigner.Nodes; k++)
        {
            string select = Net(BoardPins.NodeSwitchSelect(k));
            Part node = Design.Parts.Single(p => p.Pins.Any(q => q.Name == "CS" && q.Net == select));
            string At(int sw, char side) => Drawn.Value[(node.Reference, node.Pins.Single(q => q.Name == $"{side}{sw + 1}").Number)];
            Assert.Equal(("SRC", $"B_{k + 1}"), (At(0, 'S'), At(0, 'D')));
            Assert.Equal(("RTN", $"B_{k + 1}"), (At(1, 'S'), At(1, 'D')));
            Assert.Equal(("SENSE_P", $"S_{k + 1}"), (At(2, 'S'), At(2, 'D')));
            Assert.Equal(("SENSE_N", $"S_{k + 1}"), (At(3, 'S'), At(3, 'D')));
            Assert.Equal(("SENSE_P", $"B_{k + 1}"), (At(4, 'S'), At(4, 'D')));
            Assert.Equal(("SENSE_N", $"F_{k + 1}"), (At(5, 'S'), At(5, 'D')));
        }
    }

    [Fact]
    public void The_signal_paths_of_nodes_ADC_and_pulse_are_drawn_as_wires_from_pin_to_pin()
    {
        foreach ((string sheet, string[] nets) in new[]
        {
            ("nodes", (string[])["SRC", "RTN", "SENSE_P", "SENSE_N", "B_1", "F_2", "S_3", "B_4"]),
            ("adc", ["AIN0", "AIN1", "AIN2", "AIN4"]),
            ("pulse", ["DAC_1", "DAC_4", "D_1", "D_2", "D_3", "D_4", "T_1", "T_4", "GATE_E", "GATE_B", "GATE_G", "ILIM_2"]),
        })
        {
            SheetLayout layout = SheetLayout.Of(Design, sheet);
            foreach (string net in nets)
            {
                HashSet<Point> reached = [layout.Wires.First(w => w.Net == net).From];
                for (int before = -1; before != reached.Count;)
                {
                    before = reached.Count;
                    foreach (Wire wire in layout.Wires.Where(w => reached.Contains(w.From) || reached.Contains(w.To)))
                        reached.UnionWith([wire.From, wire.To]);
                }

                foreach (PlacedPart part in layout.Parts)
                    Assert.All(part.Symbol.Pins.Where(p => p.Pin.Net == net), p => Assert.Contains(part.At(p), reached));
            }
        }
    }

    [Fact]
    public void The_ADC_has_the_pins_of_its_package()
    {
        // LFCSP-32, as on two boards of others with this chip.
        string[] names =
        [
            "REGCAPD", "IOVDD", "DGND", "AIN0", "AIN1", "AIN2", "AIN3", "AIN4", "AIN5", "AIN6", "AIN7", "REFIN1(+)", "REFIN1(-)", "AIN8",
            "AIN9", "AIN10", "AIN11",
            "AIN12", "AIN13", "AIN14", "AIN15", "REFOUT", "AVSS", "REGCAPA", "PSW", "AVDD", "SYNC", "DOUT/RDY", "DIN", "SCLK", "CLK", "CS",
            "EP",
        ];
        Part adc = Design.Parts.Single(p => p.Item.PartNumber.StartsWith("AD7124", StringComparison.Ordinal));
        Assert.Equal(
            names, adc.Pins.OrderBy(p => int.Parse(p.Number, System.Globalization.CultureInfo.InvariantCulture)).Select(p => p.Name));
    }

    [Fact]
    public void The_ADC_and_the_film_share_no_net_with_the_pulse_path()
    {
        HashSet<string> pulse = [.. Enumerable.Range(1, 4).SelectMany(k => (string[])[$"D_{k}", $"T_{k}", $"DAC_{k}"])];
        foreach (
            Part part in Design.Parts.Where(
                p =>
                    p.Item.PartNumber.StartsWith("AD7124", StringComparison.Ordinal)
                        || p.Item.PartNumber.StartsWith("ADGS1414D", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(part.Pins, p => p.Net is not null && pulse.Contains(p.Net));
        }
    }

    [Fact]
    public void Every_line_of_the_bill_says_who_makes_it_what_it_is_called_and_why_it_is_there()
    {
        foreach ((BomItem item, IReadOnlyList<string> references) in BillOfMaterials.Lines(Design))
        {
            Assert.NotEmpty(references);
            Assert.All(
                (string[])[item.Manufacturer, item.PartNumber, item.Why, item.Alternatives],
                text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.True(item.Euro > 0);
        }

        Assert.Equal(Design.Parts.Count, BillOfMaterials.Lines(Design).Sum(l => l.References.Count));
    }

    [Theory]
    [InlineData(MeasurementScheme.Seven)]
    [InlineData(MeasurementScheme.Kelvin)]
    public void The_dummy_film_measures_as_its_resistors_say(MeasurementScheme scheme)
    {
        using VirtualBoard.BoardModel board = new(DummyFilm.Nominal, new BoardParameters());
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        ConductanceMeasurement measured = instrument.MeasureConductance(1, scheme);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double ohms = i == j ? 0 : i + j == 3 ? DummyFilm.DiagonalOhms : DummyFilm.EdgeOhms;
                double truth = i == j ? (2 / DummyFilm.EdgeOhms) + (1 / DummyFilm.DiagonalOhms) : -1 / ohms;
                Assert.InRange(measured.Conductance[i, j] / truth, 1 - 1e-3, 1 + 1e-3);
            }
        }
    }
}
