using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.VirtualBoard.Parts;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.RaspberryPi.StandIn;

/// <summary>A bus with the board's chip models, each behind a pin.</summary>
public sealed class ChipBus : StandInBus
{
    // As the virtual board counts between two frames.
    private const long GapNanoseconds = 2000;
    private readonly StandInPins _pins;
    private readonly VirtualClock _clock;
    private readonly IReadOnlyList<(int Select, ISpiChip Chip)> _chips;
    private readonly Action<string> _frame;
    private readonly Action<string> _fault;

    /// <summary>A bus.</summary>
    /// <param name="settings">What it was opened with.</param>
    /// <param name="bufferBytes">spidev.bufsiz.</param>
    /// <param name="pins">Pins with the selects.</param>
    /// <param name="clock">Time on the board.</param>
    /// <param name="chips">Chips with their selects.</param>
    /// <param name="frame">Takes each frame: chip, bytes out, bytes in, with tabs between.</param>
    /// <param name="fault">Takes what a chip would not have understood.</param>
    public ChipBus(
        SpiConnectionSettings settings,
        int bufferBytes,
        StandInPins pins,
        VirtualClock clock,
        IReadOnlyList<(int Select, ISpiChip Chip)> chips,
        Action<string> frame,
        Action<string> fault)
        : base(settings, bufferBytes)
    {
        _pins = pins;
        _clock = clock;
        _chips = chips;
        _frame = frame;
        _fault = fault;
    }

    /// <inheritdoc/>
    protected override void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso)
    {
        _clock.Advance(GapNanoseconds + Nanoseconds(8L * mosi.Length));
        ISpiChip[] selected = [.. _chips.Where(c => _pins.Level(c.Select) == PinValue.Low).Select(c => c.Chip)];
        miso.Fill(0xFF);
        if (selected.Length > 1)
        {
            _fault($"selected together: {string.Join(", ", selected.Select(c => c.Name))}");
        }
        else if (selected.Length == 1 && ClockRestsHigh != ModeRestsHigh)
        {
            _fault($"the clock moved to its rest level while {selected[0].Name} was selected");
        }
        else if (selected.Length == 1)
        {
            selected[0].Exchange(mosi, miso, ConnectionSettings.Mode, ConnectionSettings.ClockFrequency);
            _frame($"{selected[0].Name}\t{Convert.ToHexString(mosi)}\t{Convert.ToHexString(miso)}");
        }
    }
}
