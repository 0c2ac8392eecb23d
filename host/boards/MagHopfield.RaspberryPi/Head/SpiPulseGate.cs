using System.Device.Gpio;
using System.Device.Spi;
using System.Numerics;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>
/// PULSE_EN as the data line of an SPI bus at 1 MHz: a pulse is a run of ones, a microsecond each, with zeros before and after in the same
/// transfer. Once the kernel has the transfer its end does not depend on this program: the call cannot be interrupted, and a program that
/// is killed dies when it is over. The gate is read back behind the emergency stop, bit by bit.
/// </summary>
public sealed class SpiPulseGate : IPulseGate, IDisposable
{
    /// <summary>Clock of the bus in hertz: a bit is a microsecond.</summary>
    public const int Clock = 1_000_000;

    /// <summary>
    /// Mode of the bus: bits change with the leading edge and are read half a microsecond later; without gaps on the Pi 5's controller.
    /// </summary>
    public const SpiMode Mode = SpiMode.Mode1;

    /// <summary>Zero bytes before the ones.</summary>
    public const int LeadBytes = 1;

    /// <summary>Zero bytes that end every transfer at least.</summary>
    public const int TailBytes = 4;

    /// <summary>
    /// Shortest transfer in bytes. From 96 on the Pi 4's driver uses DMA (BCM2835_SPI_DMA_MIN_LENGTH), below it pauses between bytes.
    /// </summary>
    public const int ShortestTransfer = 128;

    private const int Bits = 8;
    private const int Tries = 5;
    private const int ShortTiming = 512;
    private const double LargestDeviation = 0.02;
    private const string Chip = "Pulse gate";
    private const string Line = "PULSE_EN_S";

    private readonly SpiDevice _bus;
    private readonly GpioPin _rest;
    private readonly int _buffer;

    /// <summary>A gate; nothing is sent yet.</summary>
    /// <param name="bus">Bus whose data line is PULSE_EN and that reads PULSE_EN_S; disposed with the gate.</param>
    /// <param name="rest">Input that sees PULSE_EN_S between transfers too.</param>
    /// <param name="bufferBytes">Longest transfer that spidev takes (spidev.bufsiz).</param>
    /// <exception cref="ArgumentOutOfRangeException">The buffer does not hold the shortest transfer.</exception>
    public SpiPulseGate(SpiDevice bus, GpioPin rest, int bufferBytes)
    {
        if (bufferBytes < ShortestTransfer)
        {
            throw new ArgumentOutOfRangeException(
                nameof(bufferBytes),
                $"spidev.bufsiz is {bufferBytes}, a pulse takes {ShortestTransfer} bytes at least; put spidev.bufsiz=8192 into "
                + "cmdline.txt.");
        }

        _bus = bus;
        _rest = rest;
        _buffer = bufferBytes;
        LongestMicroseconds = Longest(bufferBytes);
    }

    /// <summary>Longest pulse in microseconds: what one transfer holds.</summary>
    public int LongestMicroseconds { get; }

    /// <summary>Longest pulse that one transfer holds.</summary>
    /// <param name="bufferBytes">spidev.bufsiz.</param>
    public static int Longest(int bufferBytes) =>
        Math.Min(Instrument.Board.PulseLimits.HardwareWidthMicroseconds, (bufferBytes - LeadBytes - TailBytes) * Bits);

    /// <summary>The bytes of a pulse.</summary>
    /// <param name="widthMicroseconds">Width, which is the number of ones.</param>
    public static byte[] Transfer(int widthMicroseconds)
    {
        int bytes = LeadBytes + ((widthMicroseconds + Bits - 1) / Bits) + TailBytes;
        byte[] transfer = new byte[Math.Max(ShortestTransfer, bytes)];
        for (int bit = 0; bit < widthMicroseconds; bit++)
            transfer[LeadBytes + (bit / Bits)] |= (byte)(0x80 >> (bit % Bits));

        return transfer;
    }

    /// <summary>Checks that the gate rests low, between transfers and in one of zeros.</summary>
    /// <exception cref="ChipException">It is high.</exception>
    public void CheckRest()
    {
        byte[] read = new byte[1];
        if (_rest.Read() == PinValue.Low)
        {
            _bus.TransferFullDuplex(new byte[1], read);
            if (read[0] == 0 && _rest.Read() == PinValue.Low)
                return;
        }

        throw new ChipException(
            Chip,
            Line,
            "low at rest",
            "high",
            "nothing is closed: look at the wire to header pin 19, at its pull-down and at the one-shot");
    }

    /// <summary>Times zeros, so that the length of a bit is known before a pulse is fired.</summary>
    /// <param name="clock">Time.</param>
    /// <returns>Microseconds a bit.</returns>
    /// <exception cref="ChipException">A bit is not a microsecond, or the bytes do not follow each other without a gap.</exception>
    public double CheckBitTime(IBoardClock clock)
    {
        int longTiming = Math.Min(_buffer, 4096);
        int shortTiming = Math.Min(ShortTiming, longTiming / 2);
        double bit = (Time(longTiming, clock) - Time(shortTiming, clock)) / (double)((longTiming - shortTiming) * Bits);
        return Math.Abs((bit * Clock / 1e6) - 1) <= LargestDeviation
            ? bit
            : throw new ChipException(
                Chip,
                "PULSE_EN",
                "1 us a bit",
                FormattableString.Invariant($"{bit:0.###} us"),
                "the bus makes gaps or another clock: use SPI0 with DMA, and core_freq_min=500 in config.txt");
    }

    /// <inheritdoc/>
    public void Fire(int widthMicroseconds)
    {
        if (widthMicroseconds < 1 || widthMicroseconds > LongestMicroseconds)
        {
            throw new ArgumentOutOfRangeException(
                nameof(widthMicroseconds),
                $"The pulse gate makes 1 to {LongestMicroseconds} us in one transfer of {_buffer} bytes, asked for {widthMicroseconds}; "
                + "spidev.bufsiz=8192 in cmdline.txt takes it to 32767.");
        }

        CheckRest();
        byte[] sent = Transfer(widthMicroseconds);
        byte[] read = new byte[sent.Length];
        _bus.TransferFullDuplex(sent, read);
        bool rests = _rest.Read() == PinValue.Low;
        if (rests && read.AsSpan().SequenceEqual(sent))
            return;

        int high = read.Sum(b => BitOperations.PopCount(b));
        string advice = high == 0
            ? "the emergency stop is pressed, or a wire at header pin 19 or 21 is off"
            : !rests ? "the gate stays on: press the emergency stop" : "the one-shot is too short, or the line is disturbed";
        throw new ChipException(Chip, Line, $"high for {widthMicroseconds} us", rests ? $"{high} us" : "high after it", advice);
    }

    /// <summary>Closes the bus; its line stays low.</summary>
    public void Dispose() => _bus.Dispose();

    // What the system adds is never less than nothing, so the least of several is nearest.
    private long Time(int bytes, IBoardClock clock)
    {
        byte[] zeros = new byte[bytes];
        byte[] read = new byte[bytes];
        long least = long.MaxValue;
        for (int i = 0; i < Tries; i++)
        {
            long start = clock.Microseconds;
            _bus.TransferFullDuplex(zeros, read);
            least = Math.Min(least, clock.Microseconds - start);
        }

        return least;
    }
}
