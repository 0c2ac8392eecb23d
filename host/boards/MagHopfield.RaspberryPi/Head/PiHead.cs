using MagHopfield.BoardServer.Serving;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.StandAlone;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>
/// The instrument on a Raspberry Pi: what firmware/MagHopfield.Firmware does on the ESP32. One thread does all that touches the chips;
/// clients reach it by bytes.
/// </summary>
public sealed class PiHead : IServedInstrument, IDisposable
{
    private const int WorkMilliseconds = 5;
    private const int AbortMilliseconds = 20;
    private const int RetryMilliseconds = 1000;
    private const int Seed = 1;

    private readonly RaspberryPiBoard _board;
    private readonly HopfieldInstrument _instrument;
    private readonly ScpiInstrument _scpi;
    private readonly IInstrumentClock _clock;
    private readonly Action<string> _say;
    private readonly Action _alive;
    private readonly ButtonReader _reader = new();
    private readonly Thread _worker;
    private StandAloneDemo? _demo;
    private volatile bool _closing;

    /// <summary>Opens all switches and begins to work.</summary>
    /// <param name="board">The board, open; disposed with the head.</param>
    /// <param name="model">What *IDN? names.</param>
    /// <param name="clock">Time for clients and buttons.</param>
    /// <param name="say">Takes lines of text: of the demo, and what went wrong.</param>
    /// <param name="alive">Called with every turn of the working thread.</param>
    public PiHead(RaspberryPiBoard board, string model, IInstrumentClock clock, Action<string> say, Action alive)
    {
        _board = board;
        _clock = clock;
        _say = say;
        _alive = alive;
        _instrument = new HopfieldInstrument(board.Hardware, new InstrumentSettings());
        Initialise();
        _scpi = new ScpiInstrument(
            _instrument,
            new AllCommands(_instrument),
            new InstrumentIdentity("MagHopfield", model, "0", Version),
            new SettingsStore(new Mb85rs256Fram(board.Memory, "MEM")),
            clock);
        StateNotice.Show(new PanelScreen(board.Panel, text => say(text)), _scpi.StateWarning);
        Seat = new ClientSeat(TimeSpan.FromSeconds(ClientSeat.UsualSilenceSeconds), () => _scpi.IsBusy);
        _worker = new Thread(Work) { IsBackground = true, Name = "instrument" };
        _worker.Start();
    }

    /// <summary>Version in *IDN?.</summary>
    public static string Version => typeof(PiHead).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <inheritdoc/>
    public ClientSeat Seat { get; }

    /// <summary>Whether all chips have answered.</summary>
    public bool IsReady => _instrument.IsReady;

    /// <inheritdoc/>
    public CheckedLink Connect(Action<byte[], int, int> send) => new(_scpi, new LinkOutput(send), _clock);

    /// <summary>Ends what runs, within one pulse or reading, opens all switches, clears the DAC.</summary>
    public void Dispose()
    {
        _closing = true;

        // Again and again: the next of several commands that wait may begin after the first call.
        while (!_worker.Join(AbortMilliseconds))
            _scpi.Abort();

        try
        {
            _instrument.Dispose();
        }
        finally
        {
            _board.Dispose();
        }
    }

    private void Work()
    {
        while (!_closing)
        {
            _alive();
            try
            {
                _scpi.Work(WorkMilliseconds);
                LookAtButtons();
            }
            catch (Exception e)
            {
                // A pin or a bus that the system no longer gives: said, and tried again, for clients must be able to ask.
                _say(e.Message);
                Thread.Sleep(RetryMilliseconds);
            }
        }
    }

    private void LookAtButtons()
    {
        (bool pattern, bool train, bool recall) = _board.Buttons;
        if (_reader.TryRead(_clock.Milliseconds, pattern, train, recall, out DemoButton button))
            Press(button);
    }

    private void Press(DemoButton button)
    {
        try
        {
            _scpi.TryUse(() =>
            {
                _demo ??= new StandAloneDemo(_instrument, new PanelScreen(_board.Panel, text => _say(text)), Seed);
                _demo.Press(button);
            });
        }
        catch (Exception e)
        {
            // The instrument has opened all switches; a client can ask why, and the next press may do better.
            _say(e.Message);
        }
    }

    // A board that does not answer stays on the wire, so that a client can ask why (STATus:QUEStionable, DIAGnostic:INITialize).
    private void Initialise()
    {
        try
        {
            _instrument.Initialise();
        }
        catch (Exception e) when (e is MagHopfield.Instrument.Spi.ChipException or IOException)
        {
            _say(e.Message);
        }
    }
}
