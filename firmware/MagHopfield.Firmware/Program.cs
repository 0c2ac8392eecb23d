using System;
using System.Device.Gpio;
using System.Diagnostics;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Mb85rs256;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.Spi;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Instrument.Ws2812;

namespace MagHopfield.Firmware;

/// <summary>
/// The instrument on the ESP32: clients by the second UART, the demo by three buttons. One thread does all that touches the chips; it is
/// watched.
/// </summary>
public static class Program
{
    private const int WorkMilliseconds = 5;
    private const int Seed = 1;

    /// <summary>Runs for ever.</summary>
    public static void Main()
    {
        Watchdog watchdog = new Watchdog();
        Esp32Clock clock = new Esp32Clock(watchdog);
        AdcPowerMonitor monitor = new AdcPowerMonitor();
        Ws2812Panel panel = new Ws2812Panel(new RmtLine(BoardPins.LedData));
        BoardHardware board = Esp32Board.Open(clock, monitor, panel, out ISpiLink memory);
        HopfieldInstrument instrument = new HopfieldInstrument(board, new InstrumentSettings());
        InstrumentIdentity identity = new InstrumentIdentity("MagHopfield", "ESP32", "0", "0.1.0");
        ScpiInstrument scpi = new ScpiInstrument(instrument, identity, new SettingsStore(new Mb85rs256Fram(memory, "MEM")), clock);
        scpi.Power = monitor;
        Start(instrument);
        SerialLink link = new SerialLink(scpi, clock);
        GpioController pins = new GpioController();
        GpioPin pattern = pins.OpenPin(BoardPins.ButtonPattern, PinMode.Input);
        GpioPin train = pins.OpenPin(BoardPins.ButtonTrain, PinMode.Input);
        GpioPin recall = pins.OpenPin(BoardPins.ButtonRecall, PinMode.Input);
        PanelScreen screen = new PanelScreen(panel, text => Debug.WriteLine(text));
        StateNotice.Show(screen, scpi.StateWarning);
        ButtonReader buttons = new ButtonReader();
        StandAloneDemo? demo = null;
        while (true)
        {
            watchdog.Feed();
            scpi.Work(WorkMilliseconds);
            bool pressed = buttons.TryRead(clock.Milliseconds, pattern.Read() == PinValue.High, train.Read() == PinValue.High,
                recall.Read() == PinValue.High, out DemoButton button);
            if (pressed)
            {
                scpi.TryUse(() =>
                {
                    demo ??= new StandAloneDemo(instrument, screen, Seed);
                    demo.Press(button);
                });
            }
        }
    }

    // A board that does not answer stays on the wire, so that a client can ask why (STATus:QUEStionable, DIAGnostic:INITialize).
    private static void Start(HopfieldInstrument instrument)
    {
        try
        {
            instrument.Initialise();
        }
        catch (Exception e)
        {
            Debug.WriteLine("Fault: " + e.Message);
        }
    }
}
