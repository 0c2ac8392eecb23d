using System.Device.Gpio;
using MagHopfield.Devices;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.StandAlone;

/// <summary>
/// The stand-alone demo on a virtual board, as the ESP32 runs it: a press is a level on a pin that bounces, the firmware's reader makes
/// a button of it, and the firmware's demo does what the button says.
/// </summary>
public sealed class VirtualDemo : IDisposable
{
    private const int BounceMilliseconds = 6;
    private const int ShortMilliseconds = 60;
    private const int LongMilliseconds = 700;
    private readonly HopfieldInstrument _instrument;
    private readonly GpioController _pins;
    private readonly GpioPin _pattern;
    private readonly GpioPin _train;
    private readonly GpioPin _recall;
    private readonly ButtonReader _reader = new();
    private readonly StandAloneDemo _demo;
    private long _milliseconds;

    /// <summary>Switches a board on and starts its demo, which looks for a film and says what it has found.</summary>
    /// <param name="film">The device, or <see cref="FixedConductors.None"/>; a square of 2×2 to 4×4 nodes.</param>
    /// <param name="parameters">Figures of the board.</param>
    /// <param name="settings">Settings of the instrument.</param>
    /// <param name="panel">Screen.</param>
    /// <param name="seed">Seed of what is turned in letters.</param>
    /// <param name="cancellation">Handed to the film with every pulse.</param>
    /// <exception cref="ArgumentException">The nodes are no such square.</exception>
    public VirtualDemo(
        IMagneticDevice film,
        BoardParameters parameters,
        InstrumentSettings settings,
        DemoPanel panel,
        int seed,
        CancellationToken cancellation = default)
    {
        Board = new BoardModel(film, parameters, cancellation: cancellation);
        Panel = panel;
        panel.Connect(Board.Panel);
        _pins = new GpioController(Board.Gpio);
        _pattern = _pins.OpenPin(BoardPins.ButtonPattern, PinMode.Input);
        _train = _pins.OpenPin(BoardPins.ButtonTrain, PinMode.Input);
        _recall = _pins.OpenPin(BoardPins.ButtonRecall, PinMode.Input);
        _instrument = new HopfieldInstrument(Board.Hardware, settings);
        try
        {
            _demo = new StandAloneDemo(_instrument, panel, seed);
        }
        catch
        {
            _instrument.Dispose();
            Board.Dispose();
            throw;
        }
    }

    /// <summary>The board.</summary>
    public BoardModel Board { get; }

    /// <summary>The screen.</summary>
    public DemoPanel Panel { get; }

    /// <summary>Whether the film is used, not the model of it.</summary>
    public bool UsesFilm => _demo.UsesFilm;

    /// <summary>Recalls so far.</summary>
    public int Recalls { get; private set; }

    /// <summary>Recalls that ended in the trained pattern or its negative (one memory: E(V) = E(−V)).</summary>
    public int RightRecalls { get; private set; }

    /// <summary>Presses a button and lets it go.</summary>
    /// <param name="button">Button; distort is "pattern" held long.</param>
    public void Press(DemoButton button)
    {
        int pin = button switch
        {
            DemoButton.Train => BoardPins.ButtonTrain,
            DemoButton.Recall => BoardPins.ButtonRecall,
            _ => BoardPins.ButtonPattern,
        };
        Hold(pin, PinValue.High, button == DemoButton.Distort ? LongMilliseconds : ShortMilliseconds);
        Hold(pin, PinValue.Low, ShortMilliseconds);
    }

    /// <summary>Opens all switches and switches the board off.</summary>
    public void Dispose()
    {
        _instrument.Dispose();
        _pins.Dispose();
        Board.Dispose();
    }

    private void Hold(int pin, PinValue level, int milliseconds)
    {
        for (int i = 0; i < milliseconds; i++, _milliseconds++)
        {
            Board.Gpio.Drive(pin, i < BounceMilliseconds && i % 2 == 1 ? !level : level);
            if (_reader.TryRead(
                _milliseconds,
                _pattern.Read() == PinValue.High,
                _train.Read() == PinValue.High,
                _recall.Read() == PinValue.High,
                out DemoButton pressed))
            {
                Do(pressed);
            }
        }
    }

    private void Do(DemoButton button)
    {
        _demo.Press(button);
        if (button == DemoButton.Recall && _demo.Trained is { } trained)
        {
            Recalls++;
            RightRecalls += _demo.Shown!.SameUpToSign(trained) ? 1 : 0;
        }
    }
}
