using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Devices;
using MagHopfield.Instrument.Ports;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.Wiring;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Chips.Ws2812;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.RaspberryPi.StandIn;

/// <summary>A Raspberry Pi with the virtual board's chips at its header, wired as <see cref="WiringTable"/> says.</summary>
public sealed class StandInPi : IPiDevices, IDisposable
{
    private readonly List<string> _frames = [];
    private readonly List<string> _faults = [];

    /// <summary>Switches the board on; nothing is opened yet.</summary>
    /// <param name="film">Film of four nodes.</param>
    /// <param name="parameters">Figures of the board.</param>
    /// <param name="model">The machine.</param>
    /// <param name="bufferBytes">spidev.bufsiz.</param>
    public StandInPi(IMagneticDevice film, BoardParameters? parameters = null, PiModel? model = null, int bufferBytes = 8192)
    {
        Board = new BoardModel(film, parameters ?? new BoardParameters());
        Model = model ?? PiModel.Pi4;
        BufferBytes = bufferBytes;
        Board.Hardware.DacClear.Write(Pins.Level(PiPins.DacClear));
        Pins.LevelChanged += (pin, level) =>
        {
            if (pin == PiPins.DacClear)
                Board.Hardware.DacClear.Write(level);
        };
    }

    /// <summary>The machine.</summary>
    public PiModel Model { get; }

    /// <summary>spidev.bufsiz.</summary>
    public int BufferBytes { get; }

    /// <summary>The board.</summary>
    public BoardModel Board { get; }

    /// <summary>The pins.</summary>
    public StandInPins Pins { get; } = new();

    /// <summary>The LEDs.</summary>
    public Ws2812Model Leds { get; } = new(64);

    /// <summary>The pulse bus, once it was opened.</summary>
    public PulseBus? Pulse { get; private set; }

    /// <summary>Changes a bus when it is opened, for faults.</summary>
    public Action<PulseBus>? PulseOpened { get; set; }

    /// <summary>Frames so far: chip, bytes out, bytes in, with tabs between.</summary>
    public IReadOnlyList<string> Frames => _frames;

    /// <summary>What a chip would not have understood.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Whether no switch is closed, the source is off and the DAC is cleared.</summary>
    public bool IsSafe => !Board.ProbePathClosed && !Board.PulsePathClosed && Pins.Level(PiPins.DacClear) == PinValue.Low;

    /// <inheritdoc/>
    public GpioController OpenPins() => new(Pins);

    /// <inheritdoc/>
    public SpiDevice OpenBus(SpiConnectionSettings settings)
    {
        if (settings.ChipSelectLine != Model.ChipSelectLine)
            throw new IOException($"Error 22 (Invalid argument). Can not set SPI mode to {settings.Mode}.");

        if (settings.BusId == Model.PulseBus)
        {
            Pulse = new PulseBus(settings, BufferBytes, Board, Pins);
            PulseOpened?.Invoke(Pulse);
            return Pulse;
        }

        if (settings.BusId == Model.LedBus)
            return new LedBus(settings, BufferBytes, Board.Clock, Leds);

        IReadOnlyList<(int, ISpiChip)> chips = settings.BusId == Model.DacBus
            ? [(PiPins.DacSelect, Board.Dacs[0])]
            : settings.BusId == Model.MeasureBus
                ?
                [
                    (PiPins.AdcSelect, Board.Adc),
                    (PiPins.PulseSwitchSelect, Board.PulseSwitches[0]),
                    (PiPins.MemorySelect, Board.Memory),
                    .. NodeSwitches(),
                ]
                : throw new IOException(
                    $"Error 2 (No such file or directory). Can not open SPI device file '{PiModel.DeviceFile(settings.BusId)}'.");
        return new ChipBus(settings, BufferBytes, Pins, Board.Clock, chips, _frames.Add, _faults.Add);
    }

    /// <inheritdoc/>
    public IBoardClock Clock(Action alive) => Board.Clock;

    /// <summary>Switches the board off.</summary>
    public void Dispose() => Board.Dispose();

    private IEnumerable<(int, ISpiChip)> NodeSwitches() =>
        Board.NodeSwitches.Select((chip, node) => (PiPins.NodeSwitchSelect(node), (ISpiChip)chip));
}
