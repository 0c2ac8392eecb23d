using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.Instrument;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Shared;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>Runs a use of the instrument beside assemblies that record. It is called where those are loaded.</summary>
public static class UseRunner
{
    private const int ErrorsOfAFullQueue = 20;

    /// <summary>Runs a use.</summary>
    /// <param name="use">Its name: the method here that is called so.</param>
    /// <param name="nodes">Nodes N.</param>
    /// <param name="frames">Bytes of stack frames.</param>
    /// <returns>Figures by name, and holders by their way with "@" before it.</returns>
    public static Dictionary<string, int> Run(string use, int nodes, Dictionary<string, int> frames)
    {
        Assembly[] firmware = [typeof(Pattern).Assembly, typeof(HopfieldInstrument).Assembly];
        HeapRecorder.Begin(firmware, frames);

        // The device runs the static constructors of all types before Main.
        foreach (Type type in firmware.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);

        Dictionary<string, int> figures = new() { ["statics"] = HeapRecorder.Restart() };
        using Head head = new(nodes);
        figures["scpi"] = head.WithScpi - head.BeforeScpi;
        figures["link"] = head.WithLink - head.BeforeLink;
        MethodInfo method = typeof(UseRunner).GetMethod(use, BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw new ArgumentException($"There is no use '{use}'.");
        method.Invoke(null, [head, figures]);
        figures["peak"] = HeapRecorder.Peak;
        figures["stack of the instrument"] = HeapRecorder.Stacks[0];
        figures["stack of the link"] = HeapRecorder.Stacks[1];
        foreach ((string path, int bytes) in HeapRecorder.Holders.Bytes)
            figures["@" + path] = bytes;

        return figures;
    }

    // What docs/pyvisa_example.py sends; then every error that fits in the queue, and its longest texts.
    private static void Client(Head head, Dictionary<string, int> figures)
    {
        string pattern = PatternText(head.Instrument.NodeCount, 5);
        head.Ask("*IDN?");
        head.Ask("*CLS");
        head.Ask("SYST:NOD?");
        Calibrate(head, head.Ask);
        head.Ask($"TRA \"{pattern}\";*OPC?");
        head.Ask("INIT;*OPC?");
        head.Ask("FORM REAL,64");
        Expect(head.Ask("FETC:COND?").StartsWith('#'), "a block was expected");
        head.Ask("REC:MODE STE");
        Expect(head.Ask($"REC? \"{PatternText(head.Instrument.NodeCount, 4)}\"").StartsWith('"'), "a pattern was expected");
        Expect(head.Ask("SYST:ERR?").StartsWith("0,", StringComparison.Ordinal), "no error was expected");
        FillErrors(head);
        head.Ask("FETC:COND?");
        head.Ask("READ:COND?");
    }

    // A client where one row is held by the table, as all of them were.
    private static void ClientWithOneRowHeld(Head head, Dictionary<string, int> figures)
    {
        HeapRecorder.Root("scpi.Table.row", head.Scpi.Table[0]);
        Client(head, figures);
    }

    // A client where every row is held by the table, as it was.
    private static void ClientWithAllRowsHeld(Head head, Dictionary<string, int> figures)
    {
        int before = HeapRecorder.Live();
        HeapRecorder.Root("scpi.Table.rows", Enumerable.Range(0, head.Scpi.Table.Count).Select(i => head.Scpi.Table[i]).ToArray());
        figures["rows"] = HeapRecorder.Live() - before;
        Client(head, figures);
    }

    // What the host's cross-check sends, in checked frames, with all that the protocol of Niu et al. has.
    private static void CrossCheck(Head head, Dictionary<string, int> figures)
    {
        int nodes = head.Instrument.NodeCount;
        head.AskChecked("FORM REAL,64");
        head.AskChecked("*TST?");
        head.AskChecked("CAL:SHUN 16;*OPC?");
        Calibrate(head, head.AskChecked);
        head.AskChecked("CAL:REF:MIN?");
        head.AskChecked("CAL:REF:MAX?");
        string pattern = PatternText(nodes, 5);
        head.AskChecked($"PULS:AMPL 5;WIDT 0.0002;COUN 1;:TRA \"{pattern}\";*OPC?");
        head.AskChecked(nodes > 4 ? "SCH KELV" : "SCH SEV");
        head.AskChecked("AVER:COUN 2;:INIT;*OPC?");
        foreach (string query in (string[])["FETC:COND?", "FETC:COND:ERR?", "FETC:COND:STAT?", "CALC:WEIG?", "CALC:RES?"])
            head.AskChecked(query);

        if (nodes < 10)
            head.AskChecked("CALC:ENER:ALL?");

        foreach (string mode in (string[])["STE", "ASYN", "SYNC"])
        {
            head.AskChecked($"REC:SOUR WEIG;MODE {mode};SEED 1;:REC? \"{pattern}\"");
            head.AskChecked($"REC:SOUR FILM;XI 1;MODE {mode};SEED 1;:REC? \"{pattern}\"");
        }

        head.AskChecked("LOG:TABL? AND");
        FillErrors(head);
        head.AskChecked("READ:COND?");
        head.AskChecked("CAL:REF:PAIR?");
    }

    // The demo by its buttons, a letter too, beside a client that has measured.
    private static void Demo(Head head, Dictionary<string, int> figures)
    {
        Calibrate(head, head.Ask);
        FillErrors(head);
        head.Ask("INIT;*OPC?");
        int before = HeapRecorder.Live();
        head.Press(DemoButton.Pattern);
        figures["demo"] = HeapRecorder.Live() - before;
        head.Press(DemoButton.Train);
        head.Press(DemoButton.Distort);
        head.Press(DemoButton.Recall);
        int patterns = WiringGeometry.Count(head.Instrument.NodeCount);
        for (int i = 0; i < Math.Min(patterns, 7); i++)
            head.Press(DemoButton.Pattern);

        if (patterns <= 7)
        {
            head.Press(DemoButton.Train);
            figures["demo with a letter"] = HeapRecorder.Live() - before;
            head.Press(DemoButton.Distort);
            head.Press(DemoButton.Recall);
        }

        head.Ask("READ:COND?");
    }

    // A saved state with everything in it, saved and loaded.
    private static void SavedState(Head head, Dictionary<string, int> figures)
    {
        Calibrate(head, head.Ask);
        head.Ask("CAL:SHUN;*OPC?");
        head.Ask("INIT;*OPC?");
        Expect(head.Ask("CALC:WEIG?").Length > 10, "weights were expected");
        FillErrors(head);
        head.Ask("MEM:SAVE;*OPC?");
        head.Ask("MEM:LOAD");
        head.Ask("MEM:SAVE;*OPC?");
        Expect(head.Ask("MEM:STAT?").StartsWith("2,", StringComparison.Ordinal), "two saves were expected");
    }

    // ABORt while a measurement runs, with as many frames waiting as are taken, and of the training of buttons.
    private static void Abort(Head head, Dictionary<string, int> figures)
    {
        FillErrors(head);
        head.Ask("*RST;*OPC?");
        bool sent = false;
        HostGate.Fired = () =>
        {
            if (!sent)
            {
                sent = true;
                for (int i = 0; i < 8; i++)
                    head.SendChecked("SYST:HELP:SYNT? \"CAL:REF:INCL\"");

                head.SendChecked("ABOR");
            }
        };
        head.AskChecked($"PULS:COUN 50;:TRA \"{PatternText(head.Instrument.NodeCount, 5)}\"");
        Expect(sent, "a pulse was expected");
        head.AskChecked("SYST:ERR:COUN?");
    }

    private static void Calibrate(Head head, Func<string, string> ask)
    {
        if (head.Instrument.NodeCount <= 8)
        {
            ask("PULS:AMPL 5 V;WIDT 200 US;COUN 1;:CAL:REF;*OPC?");
            return;
        }

        // 32767 patterns would take days; a range is as large however it came about.
        for (int i = 0; i < 2; i++)
            ask($"TRA \"{PatternText(head.Instrument.NodeCount, 5 + i)}\";:INIT;:CAL:REF:INCL;*OPC?");
    }

    private static void FillErrors(Head head)
    {
        for (int i = 0; i < ErrorsOfAFullQueue; i++)
            head.Ask("TRA \"" + new string('+', head.Instrument.NodeCount + 1) + "\"");
    }

    private static string PatternText(int nodes, int state) => Pattern.FromState(state, nodes).ToString();

    private static void Expect(bool isSo, string what)
    {
        if (!isSo)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"In the use: {what}."));
    }
}
