using System.Device.Spi;
using MagHopfield.Instrument.Ports;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Spi;

/// <summary>
/// A chip select of the virtual board: a link whose other end is a chip model. A frame takes the simulated time of its bits and of
/// the gap between two frames. Devices that share a bus share a lock, as they share wires.
/// </summary>
public sealed class VirtualSpiDevice : ISpiLink
{
    private readonly ISpiChip _chip;
    private readonly VirtualClock _clock;
    private readonly Lock _bus;
    private readonly SpiTrace? _trace;
    private readonly long _gap;
    private bool _disposed;

    /// <summary>Connects a chip.</summary>
    /// <param name="settings">Mode and clock of the bus; all its devices hold the same object, as on nanoFramework's ESP32.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="clock">Board time.</param>
    /// <param name="bus">Lock of the bus.</param>
    /// <param name="trace">Table of frames, or null.</param>
    /// <param name="gap">Time between two frames in seconds.</param>
    public VirtualSpiDevice(SpiConnectionSettings settings, ISpiChip chip, VirtualClock clock, Lock bus, SpiTrace? trace, double gap)
    {
        ConnectionSettings = settings;
        _chip = chip;
        _clock = clock;
        _bus = bus;
        _trace = trace;
        _gap = (long)Math.Round(gap * 1e9);
    }

    /// <summary>Mode and clock, shared with the other devices of the bus.</summary>
    public SpiConnectionSettings ConnectionSettings { get; }

    /// <summary>Name of the chip select.</summary>
    public string ChipName => _chip.Name;

    /// <summary>Number of frames exchanged.</summary>
    public long FrameCount { get; private set; }

    /// <summary>Disturbs the wire, or null.</summary>
    public SpiWireFault? Fault { get; set; }

    /// <inheritdoc/>
    public void Write(byte[] frame) => Exchange(frame, new byte[frame.Length]);

    /// <inheritdoc/>
    public void TransferFullDuplex(byte[] send, byte[] receive)
    {
        if (send.Length != receive.Length)
        {
            throw new ArgumentException(
                $"A full-duplex frame has equal lengths; got {send.Length} out and {receive.Length} in on {_chip.Name}.");
        }

        Exchange(send, receive);
    }

    /// <inheritdoc/>
    public void Dispose() => _disposed = true;

    private void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (mosi.Length == 0)
            return;

        if (ConnectionSettings.ClockFrequency <= 0)
        {
            throw new InvalidOperationException(
                $"The SPI clock of {_chip.Name} is {ConnectionSettings.ClockFrequency} Hz; set it above 0.");
        }

        lock (_bus)
        {
            // Chips latch at the end of the frame, so time runs first.
            long bits = 8L * mosi.Length;
            _clock.Advance(_gap + (bits * 1_000_000_000L / ConnectionSettings.ClockFrequency));
            Span<byte> atChip = mosi.ToArray();
            Fault?.Invoke(_chip.Name, FrameCount, true, atChip);
            _chip.Exchange(atChip, miso, ConnectionSettings.Mode, ConnectionSettings.ClockFrequency);
            Fault?.Invoke(_chip.Name, FrameCount, false, miso);
            FrameCount++;
            _trace?.Write(_clock.Nanoseconds, _chip.Name, mosi, miso, _chip.Describe(mosi, miso));
        }
    }
}
