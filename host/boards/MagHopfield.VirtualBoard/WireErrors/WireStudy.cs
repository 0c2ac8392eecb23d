using MagHopfield.Devices;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.WireErrors;

/// <summary>
/// Repeats one operation on a board without noise, each time with one bit of one frame turned over, and looks at what became of it. The
/// operation starts from the same state each time: after an error the instrument is initialised, and the frame that is hurt must be, bit
/// for bit, that of the undisturbed operation.
/// </summary>
public sealed class WireStudy : IDisposable
{
    private readonly BoardModel _board;
    private readonly HopfieldInstrument _instrument;
    private readonly WireOperation _operation;
    private readonly Dictionary<string, long> _start = [];
    private readonly List<WireFrame> _frames = [];
    private readonly double[] _undisturbed;
    private bool _fresh;

    /// <summary>Runs the operation undisturbed.</summary>
    /// <param name="device">What is attached.</param>
    /// <param name="operation">What to do and what to compare.</param>
    public WireStudy(IMagneticDevice device, WireOperation operation)
    {
        BoardParameters quiet = new()
        {
            Adc = new() { NoiseAtHighGain = 0, NoiseAtOutput = 0, OffsetDrift = 0, ExcitationDrift = 0 },
        };
        _board = new BoardModel(device, quiet);
        _instrument = new HopfieldInstrument(_board.Hardware, new InstrumentSettings());
        _operation = operation;
        Renew();
        _board.DisturbWire((chip, frame, fromMaster, bytes) =>
            _frames.Add(new WireFrame(chip, frame - _start[chip], fromMaster, bytes.ToArray())));
        _operation.Run(_board, _instrument);
        _board.DisturbWire(null);
        _undisturbed = _operation.Result(_board, _instrument);
    }

    /// <summary>Number of frames of the operation, both ways.</summary>
    public int FrameCount => _frames.Count;

    /// <summary>Largest relative difference of a result that was within the budget.</summary>
    public double LargestDifference { get; private set; }

    /// <summary>Bits of all frames of the operation.</summary>
    public IEnumerable<WireBit> Bits => _frames.SelectMany(BitsOf);

    /// <summary>Bits of the first and the last frame of each kind.</summary>
    public IEnumerable<WireBit> BitsOfEachKind
    {
        get
        {
            Dictionary<(string, long), byte> commands = [];
            foreach (WireFrame frame in _frames.Where(f => f.FromMaster))
                commands[(frame.Chip, frame.Frame)] = frame.Bytes[0];

            return _frames.GroupBy(f => f.Kind(commands[(f.Chip, f.Frame)]))
                .SelectMany(kind => kind.Count() > 1 ? new[] { kind.First(), kind.Last() } : [kind.First()])
                .SelectMany(BitsOf);
        }
    }

    /// <summary>Turns one bit over.</summary>
    /// <param name="wrong">The bit.</param>
    /// <exception cref="InvalidOperationException">Something stayed closed, a real board would have come to harm, or the operation does
    /// not repeat itself.</exception>
    public WireOutcome Try(WireBit wrong)
    {
        Renew();
        byte[]? seen = null;
        _board.DisturbWire((chip, frame, fromMaster, bytes) =>
        {
            if (chip == wrong.Chip && frame - _start[chip] == wrong.Frame && fromMaster == wrong.FromMaster)
            {
                seen = bytes.ToArray();
                bytes[wrong.Bit / 8] ^= (byte)(0x80 >> (wrong.Bit % 8));
            }
        });
        WireOutcome outcome = Run();
        _board.DisturbWire(null);
        WireFrame? meant = _frames.Find(f => f.Chip == wrong.Chip && f.Frame == wrong.Frame && f.FromMaster == wrong.FromMaster);
        string? trouble = seen is null || meant is null || !seen.AsSpan().SequenceEqual(meant.Bytes) ? "another frame than meant"
            : _board.ProbePathClosed || _board.PulsePathClosed ? "something is closed"
            : _board.Hazards.Count > 0 ? _board.Hazards[0].ToString() : null;
        return trouble is null ? outcome : throw new InvalidOperationException($"{wrong}: {trouble}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _instrument.Dispose();
        _board.Dispose();
    }

    private static IEnumerable<WireBit> BitsOf(WireFrame frame) =>
        Enumerable.Range(0, 8 * frame.Bytes.Length).Select(bit => new WireBit(frame.Chip, frame.Frame, frame.FromMaster, bit));

    private WireOutcome Run()
    {
        double[] result;
        try
        {
            _operation.Run(_board, _instrument);
            _board.DisturbWire(null);
            result = _operation.Result(_board, _instrument);
        }
        catch (WrongPulseException)
        {
            _fresh = false;
            return WireOutcome.Unnoticed;
        }
        catch (Exception error)
        {
            _fresh = false;
            return Detection.By(error);
        }

        double difference = result.Length == _undisturbed.Length
            ? result.Zip(_undisturbed, (a, b) => Math.Abs((a / b) - 1)).Max() : double.PositiveInfinity;
        if (!(difference <= _operation.Budget))
        {
            _fresh = false;
            return WireOutcome.Unnoticed;
        }

        LargestDifference = Math.Max(LargestDifference, difference);
        return difference == 0 ? WireOutcome.NoEffect : WireOutcome.WithinBudget;
    }

    // The driver of the ADC skips the frames that choose a channel which is chosen already, so the channel matters too.
    private void Renew()
    {
        if (!_fresh || !_instrument.IsReady)
        {
            _instrument.Initialise();
            _operation.Run(_board, _instrument);
            _operation.Result(_board, _instrument);
            _fresh = true;
        }

        foreach (Spi.VirtualSpiDevice device in _board.SpiDevices)
            _start[device.ChipName] = device.FrameCount;
    }
}
