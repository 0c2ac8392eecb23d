using MagHopfield.BoardServer.Serving;
using MagHopfield.Devices;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.RaspberryPi.Tests;

/// <summary>
/// The instrument as firmware/MagHopfield.Firmware/Program.cs sets it up, on the virtual board that stands for the ESP32's wires; its
/// frames.
/// </summary>
internal sealed class Esp32Reference : IDisposable
{
    private readonly StringWriter _table = new();
    private readonly BoardModel _board;
    private readonly HopfieldInstrument _instrument;
    private readonly StandAloneDemo _demo;

    public Esp32Reference(IMagneticDevice film)
    {
        _board = new BoardModel(film, new BoardParameters(), new SpiTrace(_table));
        _instrument = new HopfieldInstrument(_board.Hardware, new InstrumentSettings());
        _instrument.Initialise();
        _ = new ScpiInstrument(
            _instrument,
            new AllCommands(_instrument),
            new InstrumentIdentity("MagHopfield", "ESP32", "0", "0"),
            new SettingsStore(new Mb85rs256Fram(_board.MemoryLink, "MEM")),
            new HostClock());
        _demo = new StandAloneDemo(_instrument, new PanelScreen(_board.Panel, Said.Add), 1);
    }

    public List<string> Said { get; } = [];

    public BoardModel Board => _board;

    /// <summary>Frames: chip, bytes out, bytes in, with tabs between.</summary>
    public string[] Frames => [.. _table.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Split('\t')).Select(cells => $"{cells[1]}\t{cells[2]}\t{cells[3]}")];

    public void Press(DemoButton button) => _demo.Press(button);

    public void Dispose()
    {
        _instrument.Dispose();
        _board.Dispose();
    }
}
