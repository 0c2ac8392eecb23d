using System.Device.Spi;
using MagHopfield.RaspberryPi.Wiring;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.RaspberryPi.StandIn;

/// <summary>
/// The pulse bus: each run of ones on its data line enables the drivers for as many bits; what leaves the emergency stop is read back.
/// </summary>
/// <param name="settings">What it was opened with.</param>
/// <param name="bufferBytes">spidev.bufsiz.</param>
/// <param name="board">Board whose gate it is.</param>
/// <param name="pins">Pins, of which one sees the gate.</param>
public sealed class PulseBus(
    SpiConnectionSettings settings, int bufferBytes, BoardModel board, StandInPins pins) : StandInBus(settings, bufferBytes)
{
    private const int DmaFrom = 96;

    /// <summary>Every transfer that was handed over, as bytes on the data line.</summary>
    public List<byte[]> Transfers { get; } = [];

    /// <summary>Called with the bytes before the first bit is on the line, as the kernel has them then.</summary>
    public Action<byte[]>? Begins { get; set; }

    /// <summary>Whether the emergency stop is pressed: the line behind it stays low.</summary>
    public bool StopPressed { get; set; }

    /// <summary>Whether the line is shorted to the supply.</summary>
    public bool StuckHigh
    {
        get;
        set
        {
            field = value;
            Rest();
        }
    }

    /// <summary>Whether the controller parks its data line high between transfers, as some do.</summary>
    public bool ParksHigh
    {
        get;
        set
        {
            field = value;
            Rest();
        }
    }

    /// <summary>Bits of pause after each byte where there is no DMA; short transfers have one always.</summary>
    public int Gap { get; set; }

    /// <summary>Whether the line was left high by a transfer.</summary>
    public bool IsHigh { get; private set; }

    /// <inheritdoc/>
    protected override void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso)
    {
        byte[] bytes = mosi.ToArray();
        Transfers.Add(bytes);
        Begins?.Invoke(bytes);
        VirtualClock clock = board.Clock;
        int run = 0;
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bool one = (bytes[bit / 8] & (0x80 >> (bit % 8))) != 0;
            if (one)
            {
                run++;
                continue;
            }

            End(ref run);
            clock.Advance(Nanoseconds(1));
        }

        IsHigh = run > 0;
        End(ref run);
        int gap = bytes.Length < DmaFrom ? Math.Max(1, Gap) : Gap;
        clock.Advance(Nanoseconds((long)gap * bytes.Length));
        Rest();
        if (StuckHigh)
            miso.Fill(0xFF);
        else if (StopPressed)
            miso.Clear();
        else
            mosi.CopyTo(miso);
    }

    private void Rest() => pins.Drive(PiPins.PulseRest, StuckHigh || (!StopPressed && (IsHigh || ParksHigh)));

    private void End(ref int run)
    {
        if (run == 0)
            return;

        int microseconds = (int)(Nanoseconds(run) / 1000);
        run = 0;
        if (StopPressed)
            board.Clock.Advance(microseconds * 1000L);
        else
            board.Hardware.PulseGate.Fire(microseconds);
    }
}
