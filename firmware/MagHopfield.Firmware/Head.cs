using System;
using System.Device.Gpio;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.StandAlone;

namespace MagHopfield.Firmware;

/// <summary>
/// The instrument on the ESP32: clients by the second UART, the demo by three buttons. One thread does all that touches the chips; it is
/// watched. What there is to say beside SCPI goes to the debug console, in every build.
/// </summary>
internal sealed class Head
{
    private const int WorkMilliseconds = 5;
    private const int Seed = 1;

    private readonly Watchdog _watchdog;
    private readonly Esp32Clock _clock;
    private readonly HopfieldInstrument _instrument;
    private readonly ScpiInstrument _scpi;
    private readonly SerialLink _link;
    private readonly PanelScreen _screen;
    private readonly GpioPin _pattern;
    private readonly GpioPin _train;
    private readonly GpioPin _recall;
    private readonly ButtonReader _buttons = new ButtonReader();
    private StandAloneDemo? _demo;

    public Head(Esp32Board board, Esp32Clock clock, Watchdog watchdog)
    {
        _watchdog = watchdog;
        _clock = clock;
        AdcPowerMonitor monitor = new AdcPowerMonitor();
        Ws2812Panel panel = new Ws2812Panel(new RmtLine(BoardPins.LedData));
        _instrument = new HopfieldInstrument(board.Hardware(panel, monitor), new InstrumentSettings());
        InstrumentIdentity identity = new InstrumentIdentity("MagHopfield", "ESP32", "0", "0.1.0");
        _scpi = new ScpiInstrument(
            _instrument, new AllCommands(_instrument), identity, new SettingsStore(new Mb85rs256Fram(board.Memory, "MEM")), clock);
        _scpi.Power = monitor;
        Start();
        _link = new SerialLink(_scpi, clock);
        GpioController pins = new GpioController();
        _pattern = pins.OpenPin(BoardPins.ButtonPattern, PinMode.Input);
        _train = pins.OpenPin(BoardPins.ButtonTrain, PinMode.Input);
        _recall = pins.OpenPin(BoardPins.ButtonRecall, PinMode.Input);
        _screen = new PanelScreen(panel, text => Console.WriteLine(text));
        StateNotice.Show(_screen, _scpi.StateWarning);
    }

    /// <summary>Works for ever; an exception of the firmware itself leaves.</summary>
    public void Run()
    {
        while (true)
        {
            _watchdog.Feed();
            _scpi.Work(WorkMilliseconds);
            bool pressed = _buttons.TryRead(_clock.Milliseconds, _pattern.Read() == PinValue.High, _train.Read() == PinValue.High,
                _recall.Read() == PinValue.High, out DemoButton button);
            if (pressed)
            {
                _scpi.TryUse(() =>
                {
                    _demo ??= new StandAloneDemo(_instrument, _screen, Seed);
                    _demo.Press(button);
                });
            }
        }
    }

    // A board that does not answer stays on the wire, so that a client can ask why (STATus:QUEStionable, DIAGnostic:INITialize).
    private void Start()
    {
        try
        {
            _instrument.Initialise();
        }
        catch (Exception e)
        {
            Console.WriteLine("Fault: " + e.Message);
        }
    }
}
