using System.Text;
using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Shared.Scpi;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>The instrument as Main of the ESP32's head makes it, step by step, on a virtual board.</summary>
internal sealed class Head : IDisposable
{
    private readonly StoppedClock _clock = new();
    private int _tag = 1;

    public Head(int nodes)
    {
        Board = HeapRecorder.Aside(() => new BoardModel(new UniformFilm(nodes), new BoardParameters()));
        Ws2812Panel panel = new(new HeadLine());
        HeapRecorder.Root("panel", panel);
        BoardHardware given = Board.Hardware;
        BoardHardware hardware = new(
            new HostLink(given.Adc),
            HostLink.All(given.Dacs),
            HostLink.All(given.NodeSwitches),
            HostLink.All(given.PulseSwitches),
            given.DacClear,
            new HostGate(given.PulseGate),
            given.Clock,
            panel);
        HeapRecorder.Root("hardware", hardware);
        Instrument = new HopfieldInstrument(hardware, new InstrumentSettings());
        HeapRecorder.Root("instrument", Instrument);
        SettingsStore store = new(new Mb85rs256Fram(new HostLink(Board.MemoryLink), "MEM"));
        HeapRecorder.Root("store", store);
        InstrumentIdentity identity = new("MagHopfield", "ESP32", "0", "0.1.0");
        HeapRecorder.Root("identity", identity);
        BeforeScpi = HeapRecorder.Live();
        Scpi = new ScpiInstrument(Instrument, new AllCommands(Instrument), identity, store, _clock);
        HeapRecorder.Root("scpi", Scpi);
        WithScpi = HeapRecorder.Live();
        Instrument.Initialise();
        BeforeLink = HeapRecorder.Live();
        Link = new HeadLink(Scpi, _clock);
        HeapRecorder.Root("link", Link);
        WithLink = HeapRecorder.Live();
        Screen = new HeadScreen(new PanelScreen(panel, _ => { }));
        HeapRecorder.Root("demo", Screen);
    }

    public BoardModel Board { get; }

    public HopfieldInstrument Instrument { get; }

    public ScpiInstrument Scpi { get; }

    public HeadLink Link { get; }

    public HeadScreen Screen { get; }

    public int BeforeScpi { get; }

    public int WithScpi { get; }

    public int BeforeLink { get; }

    public int WithLink { get; }

    /// <summary>Sends a message in a plain line and works until nothing is left to do.</summary>
    public string Ask(string message)
    {
        Link.Receive(Encoding.Latin1.GetBytes(message + "\n"));
        Work();
        return Encoding.Latin1.GetString(Link.Take());
    }

    /// <summary>Sends a message in a checked frame and works until nothing is left to do.</summary>
    public string AskChecked(string message)
    {
        SendChecked(message);
        Work();
        return Encoding.Latin1.GetString(Link.Take());
    }

    /// <summary>Sends a message in a checked frame.</summary>
    public void SendChecked(string message)
    {
        string text = $"@{_tag++:X8} {message} @";
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        Link.Receive(Encoding.Latin1.GetBytes($"{text}{Crc32.Of(bytes, 0, bytes.Length):X8}\n"));
    }

    /// <summary>Does what the instrument's thread does.</summary>
    public void Work()
    {
        while (Scpi.Work(0))
        {
        }
    }

    public void Press(DemoButton button) => Scpi.TryUse(() =>
    {
        Screen.Demo ??= new StandAloneDemo(Instrument, Screen.Screen, 1);
        Screen.Demo.Press(button);
    });

    public void Dispose() => HeapRecorder.Aside(() =>
    {
        Board.Dispose();
        return 0;
    });
}
