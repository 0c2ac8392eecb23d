using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MagHopfield.Hardware.Dummy;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Reports;
using MagHopfield.VirtualBoard;

namespace MagHopfield.Hardware.BringUp;

/// <summary>
/// The guide hardware/bring-up.md. Every expected reading is computed: resistances from the netlist, rails from the regulators' resistors,
/// answers by the instrument's own code on a virtual board with the dummy film, findings of the self-test from boards with that fault.
/// </summary>
public static partial class BringUpGuide
{
    private const double RegulatorReference = 1.25;
    private const double RegulatorAdjustAmperes = 50e-6;

    /// <summary>The page.</summary>
    public static string Write()
    {
        BoardDesign design = BoardDesigner.FourNodes();
        StringBuilder s = new();
        s.Append(Head);
        WriteResistances(s, design);
        WriteRails(s, design);
        using (GuideSession session = new())
        {
            WriteFirstWords(s, session);
            WriteDummy(s, session);
            WriteCalibration(s, session);
            WritePulse(s, session);
        }

        WriteFaults(s);
        return s.Append(Tail).ToString();
    }

    /// <summary>Resistances that an ohmmeter must show before any power, by name of the two nets and place to hold the probes.</summary>
    /// <param name="design">The board.</param>
    public static IReadOnlyList<(string A, string B, string Where, double Ohms)> Resistances(BoardDesign design)
    {
        ResistorNetwork network = new(design);
        List<(string A, string B, string Where)> places =
        [
            ("+6V5P", "AGND", "supply of the drivers"), ("-6V5P", "AGND", "supply of the drivers"), (
                "+5VA", "AGND", "supply of the measuring switches"),
            ("-1V8A", "AGND", "supply of the ADC"), ("+3V3", "AGND", "logic"),
            ("RTN", "AGND", "R_REF"), ("SRC", "AGND", "bus of the source"), ("SENSE_P", "SENSE_N", "measuring buses"),
        ];
        for (int k = 1; k <= BoardDesigner.Nodes; k++)
            places.Add(($"B_{k}", $"F_{k}", $"shunt of node {k}"));

        places.AddRange(
        [
            ("F_1", "AGND", "film against ground"), ("D_1", "AGND", "output of a driver"), (
                "T_1", "AGND", "R_BLEED; pulse monitor hangs behind a diode"),
            ("PULSE_EN", "AGND", "gate, emergency stop released"), ("DAC_CLR", "AGND", "clear of the DACs, emergency stop released"),
            ("CS_ADC", "+3V3", "any chip select"), (
                "SUPPLY_MON", "AGND", "monitor of the supply"), ("PULSE_MON", "AGND", "monitor of the pulse"),
        ]);
        return [.. places.Select(p => (p.A, p.B, p.Where, network.Between(p.A, p.B)))];
    }

    /// <summary>
    /// Output of an adjustable regulator in volts: 1.25 V (1 + R2/R1) + 50 µA R2, and the span of the reference's ±4 % and the resistors'
    /// ±1 %.
    /// </summary>
    /// <param name="design">The board.</param>
    /// <param name="rail">Its net.</param>
    public static (double Volts, double Least, double Most) AdjustableRail(BoardDesign design, string rail)
    {
        Part regulator = design.Parts.Single(p => p.Pins.Any(q => q.Name == "OUT" && q.Net == rail) && p.Pins.Any(q => q.Name == "ADJ"));
        string adjust = regulator.Pins.Single(p => p.Name == "ADJ").Net!;
        double upper = Resistor(rail, adjust);
        double lower = Resistor(adjust, Rails.Ground);
        return (Volts(1, 1), Volts(0.96, 1 / 1.02), Volts(1.04, 1.02));

        double Volts(double reference, double ratio) =>
            (reference * RegulatorReference * (1 + (ratio * lower / upper))) + (RegulatorAdjustAmperes * lower);
        double Resistor(string a, string b) => ResistorNetwork.Ohms(design.Parts.Single(p =>
            p.Reference[0] == 'R' && p.Pins.All(q => q.Net == a || q.Net == b) && p.Pins.Any(q => q.Net == adjust)).Item.Value);
    }

    private static void WriteResistances(StringBuilder s, BoardDesign design)
    {
        s.Append(
            "\n## 1. Before any power\n\nFit everything but ESP32, film and dummy. Ohmmeter, board without power, capacitors discharged. "
            + "\"Open\" means above 1 MΩ once\nthe capacitors have charged; chips may show some megohms more or less. Anything below 10 Ω "
            + "where the table says otherwise is a short.\n\n");
        s.Append("| between | and | what | shows |\n|---|---|---|---|\n");
        foreach ((string a, string b, string where, double ohms) in Resistances(design))
            Add(s, $"| `{a}` | `{b}` | {where} | {Ohms(ohms)} |");
    }

    private static void WriteRails(StringBuilder s, BoardDesign design)
    {
        s.Append(
            "\n## 2. Rails\n\n±9 V, current limit 0.2 A, first without ESP32. Nothing gets warm; the drivers rest, for Q1 holds their "
            + "enable low. Then the ESP32 on USB.\n\n");
        s.Append("| rail | expected | limits | made by |\n|---|---|---|---|\n");
        foreach (string rail in (string[])[Rails.PulsePositive, Rails.PulseNegative, Rails.AdcNegative])
        {
            (double volts, double least, double most) = AdjustableRail(design, rail);
            string sign = rail[0] == '-' ? "−" : "+";
            Add(s, $"| `{rail}` | {sign}{volts:0.00} V | {sign}{least:0.00} … {sign}{most:0.00} V | 1.25 V ± 4 %, resistors ± 1 % |");
        }

        s.Append(
            "| `+5VA` | +5.00 V | +4.75 … +5.25 V | 78L05, 5 % |\n| `-5VA` | −5.00 V | −4.75 … −5.25 V | 79L05, 5 % |\n| `+1V8A` | +1.80 V "
            + "| +1.76 … +1.84 V | MCP1700-1.8, 2 % |\n");
        s.Append(
            "| `+3V3` | +3.30 V | +3.2 … +3.4 V | ESP32 board, on USB |\n| `ES` (E/S of the drivers) | −6.4 V | below `-6V5P` + 0.8 V | Q1 "
            + "on: drivers off |\n| `D_1` … `D_4` | +95 mV | ±10 mV | 180 kΩ to `+1V8A`, 10 kΩ to ground |\n");
        s.Append(
            "\nDraw from ±9 V at rest: some 10 mA; more than 60 mA from either means that the drivers are enabled (OPA561: 50 mA each): "
            + "stop and look at Q1 to Q3.\n");
    }

    private static void WriteFirstWords(StringBuilder s, GuideSession session)
    {
        s.Append(
            "\n## 3. First words\n\nThe answers here and below are those of the virtual board (seed 1), given by the same code; a real one "
            + "differs in the last digits.\n\n");
        s.Append("| say | answer | means |\n|---|---|---|\n");
        Row("SYST:NOD?", "four nodes");
        Row("DIAG:INIT;*OPC?", "all chips reset, identified, configured");
        Row("DIAG:READ?", "ready");
        Row("DIAG:SWIT?", "all switches open");
        Row("SYST:ERR?", "no error");
        Row("*TST?", "self-test without a finding, dummy or film connected");
        s.Append(
            "\n`DIAG:POW?` on a real board answers the rail of the drivers, 6.0 to 7.0 V; the virtual one has no such monitor. Where a "
            + "chip does not answer,\n`SYST:ERR?` names it: see the table of faults.\n");

        void Row(string command, string means) => Add(s, $"| `{command}` | `{session.Say(command)}` | {means} |");
    }

    private static void WriteDummy(StringBuilder s, GuideSession session)
    {
        double edge = -1 / DummyFilm.EdgeOhms;
        double cross = -1 / DummyFilm.DiagonalOhms;
        double own = -(2 * edge) - cross;
        s.Append(
            "\n## 4. The dummy film\n\nTen resistors on a piece of strip board, two headers. Six between the electrodes on J2, four from "
            + "the gold terminals on J3 to a common point:\n\n");
        s.Append("| from | to | resistor |\n|---|---|---|\n");
        foreach ((string from, string to, double ohms) in (IEnumerable<(string, string, double)>)
            [("E1", "E2", 15), ("E1", "E3", 15), ("E2", "E4", 15), ("E3", "E4", 15), ("E1", "E4", 23.2), ("E2", "E3", 23.2)])
        {
            Add(s, $"| {from} | {to} | {ohms:0.0} Ω, 1 %, E96 |");
        }

        s.Append("| T1, T2, T3, T4 | star point, nothing else | 510 Ω, 5 %, ¼ W, one each |\n");
        s.Append(
            "\nForce and sense lead of a node (F1 and S1 on J2) meet at the resistors, not at the connector: that is the four-wire "
            + "point.\n\nExpected G in mS with nominal resistors:\n\n| | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n");
        for (int i = 0; i < 4; i++)
        {
            int row = i;
            IEnumerable<string> cells = Enumerable.Range(0, 4)
                .Select(j => Text(1e3 * (row == j ? own : row + j == 3 ? cross : edge), "0.00"));
            Add(s, $"| **{i + 1}** | {string.Join(" | ", cells)} |");
        }

        s.Append(
            "\nTolerances: with 1 % resistors as bought ±1 % an element. Measure the six resistors with a good ohmmeter before soldering "
            + "and take −1/R of each:\nthen the board must agree within 0.05 % plus the ohmmeter's own error. ");
        Add(
            s,
            $"An ohmmeter between E1 and E2 of the finished dummy shows {Between(0, 1):0.000} Ω, between E1 and E4 {Between(0, 3):0.000} "
            + $"Ω, between E2 and E3 {Between(1, 2):0.000} Ω.");
        s.Append("\n| say | answer | limit |\n|---|---|---|\n");
        Add(s, $"| `MEAS:COND? SEV` | 16 numbers in S, row by row, as above | ±1 % |");
        session.Say("MEAS:COND? SEV");
        Add(s, $"| `FETC:COND:PAIR?` | `{session.Say("FETC:COND:PAIR?")}` | ±1 % |");
        Add(s, $"| `FETC:COND:UNC?` | `{session.Say("FETC:COND:UNC?")}` | below 0.02 % of an element |");
        double[] statistics = session.Numbers("FETC:COND:STAT?");
        Add(
            s,
            $"| `FETC:COND:STAT?` | largest disagreement of the splits {100 * statistics[0]:0.000} %, χ² {statistics[2]:0.0}, current "
            + $"{1e6 * statistics[3]:0.0} µA, noise {1e6 * statistics[4]:0.00} µV, {statistics[5]:0.00} s, {statistics[6]:0} readings | "
            + $"0.05 %; χ² up to 30 before the calibration; 475 … 525 µA; 0.3 µV |");
        session.Say("MEAS:COND? KELV");
        statistics = session.Numbers("FETC:COND:STAT?");
        Add(
            s,
            $"| `MEAS:COND? KELV`, then `FETC:COND:STAT?` | reciprocity within {100 * statistics[1]:0.000} %, χ² {statistics[2]:0.0}, "
            + $"{statistics[5]:0.00} s | 0.1 %; both schemes agree within 0.1 % |");

        static double Between(int i, int j)
        {
            VirtualBoard.Circuit.NodalCircuit c = new();
            int[] nodes = [.. Enumerable.Range(0, 4).Select(k => k == j ? 0 : c.AddNode("E"))];
            c.AddConductor(nodes, (a, b) => DummyFilm.Nominal.Conductance[a, b]);
            c.AddCurrentSource(0, nodes[i], 1);
            return c.Solve().Voltage(nodes[i]);
        }
    }

    private static void WriteCalibration(StringBuilder s, GuideSession session)
    {
        s.Append(
            "\n## 5. Calibration\n\nOnce after assembly, then once a year or after a change of temperature of 20 K; with dummy or film "
            + "connected, an hour after power-on.\n\n");
        s.Append("| say | answer | why |\n|---|---|---|\n");
        Row("SYST:DATE 2026,11,24", "the calibration keeps its date");
        Row("CAL:SHUN 16;*OPC?", "compares the shunts with R_REF, 1.7 s");
        Row("CAL:SHUN:RAT?", "within 0.9998 and 1.0002 with parts of 0.01 %, 0.998 and 1.002 with 0.1 %");
        session.Say("MEAS:COND? SEV");
        double[] statistics = session.Numbers("FETC:COND:STAT?");
        Add(
            s,
            $"| `MEAS:COND? SEV`, then `FETC:COND:STAT?` | χ² {statistics[2]:0.00} | about 1: what is left is noise. Above 3: a lead or a "
            + $"solder joint changes |");
        Row("MEM:SAVE;*OPC?", "keeps shunts, settings and reference in flash");
        Row("MEM:STAT?", "what is kept");
        s.Append(
            "\nThe scale of all of G is then that of R_REF. Where there is a better ohmmeter than 0.01 %, measure R_REF (RTN to AGND, "
            + "board off) and give its value to\n`InstrumentSettings.ReferenceOhms` in the firmware. The reference of the weights, "
            + "`CAL:REF`, belongs to a film that learns; with the dummy it has no use.\n");

        void Row(string command, string why)
        {
            string answer = session.Say(command);
            Add(s, $"| `{command}` | {(answer.Length == 0 ? "none" : $"`{answer}`")} | {why} |");
        }
    }

    private static void WritePulse(StringBuilder s, GuideSession session)
    {
        s.Append(
            "\n## 6. Pulse\n\nDummy on J3, oscilloscope on T1 (10:1 probe, ground at J3), trigger on `PULSE_EN`, GPIO 25.\n\n| say | seen "
            + "at T1 | at T2 |\n|---|---|---|\n");
        foreach ((double volts, int width) in ((double, int)[])[(0.5, 50), (3, 50), (5, 200)])
        {
            string settings = string.Create(CultureInfo.InvariantCulture, $"PULS:AMPL {volts};WIDT {width} US;COUN 1");
            session.Say(settings);
            session.Say("TRA \"+ - + -\";*OPC?");
            FiredPulse pulse = session.Board.Pulses[^1];
            Add(
                s,
                $"| `{settings}`, `TRA \"+ - + -\"` | {pulse.TerminalVoltages[0]:+0.000;−0.000} V, {width} µs, "
                + $"{1e3 * pulse.DriverCurrents[0]:+0.00;−0.00} mA | {pulse.TerminalVoltages[1]:+0.000;−0.000} V |");
        }

        s.Append(
            "\nThe pulse begins 4 to 5 µs after the gate, rises in less than 2 µs, ends within 1 µs of it, and is about 4 µs shorter "
            + "(simulated, `README.md`). Level within\n±10 mV of the table (DAC 0.1 %, offset of the drivers).\n");
        VirtualBoard.Circuit.NodalCircuit c = new();
        int d = c.AddNode("D");
        int t = c.AddNode("T");
        VirtualBoard.Circuit.AnalogParameters p = new();
        c.AddLimited(new VirtualBoard.Circuit.LimitedDriver(d, 5, p.DriverResistance, p.DriverCurrentLimit));
        c.AddResistor(d, t, VirtualBoard.Chips.Adgs1414.AdgsParameters.Adgs6414D.OnResistance);
        c.AddResistor(t, 0, 4.7);
        Add(
            s,
            $"Current limit: 4.7 Ω (1 W) from T1 to its ground, 5 V, 50 µs: {c.Solve().Voltage(t):0.00} V instead of 5 V, limits ±10 %. A "
            + $"short shows the same 0.5 A.");
        s.Append(
            "Emergency stop pressed: the same command leaves T1 and T2 at 0 V, and `DAC_1` to `DAC_4` read 0 V. `*TST?` closes the "
            + "pulse\nswitches one by one without a pulse and names those that do not move; level and width are seen by this oscilloscope "
            + "picture only, channel by channel.\n");
    }

    private static void WriteFaults(StringBuilder s)
    {
        s.Append(
            "\n## 7. What the board says of each fault\n\nEach fault was put into a virtual board with the dummy film; the text is what "
            + "`DIAG:INIT` or `*TST?` then said (`DIAG:FIND? 1` …).\n\n");
        s.Append("| fault | says |\n|---|---|\n");
        foreach (FaultTrial trial in FaultTrial.All)
        {
            IReadOnlyList<string> findings = trial.Run();
            Add(s, $"| {trial.Name} | {(findings.Count == 0 ? "nothing" : string.Join("<br>", findings.Select(Shortened)))} |");
        }
    }

    // The instrument prints all digits of a double; four are enough to read.
    private static string Shortened(string text) => LongNumber().Replace(text, m =>
        double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("G4", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d+\.\d{5,}")]
    private static partial Regex LongNumber();

    private static string Ohms(double ohms) => double.IsInfinity(ohms) ? "open"
        : ohms >= 1e6 ? Text(ohms / 1e6, "0.00") + " MΩ" : ohms >= 1e3 ? Text(ohms / 1e3, "0.00") + " kΩ" : Text(ohms, "0.0") + " Ω";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static void Add(StringBuilder s, InvariantText text) => s.Append(text.ToString()).Append('\n');

    private const string Head = """
        # Build, bring-up, calibration

        Written by `maghopfield hardware write`: expected readings are computed, answers and findings are those of the instrument's own code on a virtual board
        (a test compares). Commands: `docs/scpi.md`.

        You need: ohmmeter, ±9 V supply with current limit, oscilloscope, a computer with a terminal, the dummy film of section 4. Never connect a film before
        section 6 has passed with the dummy.

        Order of assembly: supply sheet first (sections 1 and 2 for it alone), then ADC and node switches, then DAC and drivers, then controller and operator
        sheet. The LGA and LFCSP packages want paste and hot air; check the ground pads for shorts before the next part covers them. Touch nothing of a real film
        without a wrist strap: the Al2O3 between film and gold is some tens of nanometres.

        """;

    private const string Tail = """

        ## 8. The film

        Sections 3 to 6 passed with the dummy: switch off, connect the film to J2 and J3, switch on. `DIAG:INIT`, `*TST?` (insulation, leads, shorts),
        `MEAS:COND? SEV`, `CAL:SHUN`, `MEM:SAVE`. Begin with `PULS:AMPL 0.5` and look at the conductance after each pulse before going higher.

        """;
}
