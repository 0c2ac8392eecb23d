using MagHopfield.Instrument;

namespace MagHopfield.VirtualBoard.Tests.WireErrors;

/// <summary>
/// Repeats one operation on a board without noise, each time with one bit of one frame turned over, and looks at what became of it. The
/// operation starts from the same state each time: after an error the instrument is initialised, and the frame that is hurt must be, bit
/// for bit, that of the undisturbed operation.
/// </summary>
internal sealed class WireStudy : IDisposable
{
    private readonly VirtualBoard _board;
    private readonly HopfieldInstrument _instrument;
    private readonly Func<HopfieldInstrument, double[]> _operation;
    private readonly double _budget;
    private readonly Dictionary<string, long> _start = [];
    private readonly double[] _undisturbed;
    private bool _fresh;

    /// <summary>Runs the operation undisturbed.</summary>
    /// <param name="film">The film.</param>
    /// <param name="operation">What to do; gives the result to compare.</param>
    /// <param name="budget">Largest relative difference of a result that does no harm.</param>
    public WireStudy(StubFilm film, Func<HopfieldInstrument, double[]> operation, double budget)
    {
        BoardParameters quiet = new()
        {
            Adc = new() { NoiseAtHighGain = 0, NoiseAtOutput = 0, OffsetDrift = 0, ExcitationDrift = 0 },
        };
        _board = new VirtualBoard(film, quiet);
        _instrument = new HopfieldInstrument(_board.Hardware, new InstrumentSettings());
        _operation = operation;
        _budget = budget;
        Renew();
        _board.DisturbWire((chip, frame, fromMaster, bytes) =>
            Frames.Add(new WireFrame(chip, frame - _start[chip], fromMaster, bytes.ToArray())));
        _undisturbed = operation(_instrument);
        _board.DisturbWire(null);
    }

    /// <summary>All frames of the operation, both ways.</summary>
    public List<WireFrame> Frames { get; } = [];

    /// <summary>Largest relative difference of a result that was within the budget.</summary>
    public double LargestDifference { get; private set; }

    /// <summary>Bits of all frames of the operation.</summary>
    public IEnumerable<WireBit> Bits => Frames.SelectMany(BitsOf);

    /// <summary>Bits of the first and the last frame of each kind.</summary>
    public IEnumerable<WireBit> BitsOfEachKind
    {
        get
        {
            Dictionary<(string, long), byte> commands = [];
            foreach (WireFrame frame in Frames.Where(f => f.FromMaster))
            {
                commands[(frame.Chip, frame.Frame)] = frame.Bytes[0];
            }

            return Frames.GroupBy(f => f.Kind(commands[(f.Chip, f.Frame)]))
                .SelectMany(kind => kind.Count() > 1 ? new[] { kind.First(), kind.Last() } : [kind.First()])
                .SelectMany(BitsOf);
        }
    }

    /// <summary>Turns one bit over.</summary>
    public Outcome Try(WireBit wrong)
    {
        Renew();
        WireFrame? seen = null;
        _board.DisturbWire((chip, frame, fromMaster, bytes) =>
        {
            if (chip == wrong.Chip && frame - _start[chip] == wrong.Frame && fromMaster == wrong.FromMaster)
            {
                seen = new WireFrame(chip, wrong.Frame, fromMaster, bytes.ToArray());
                bytes[wrong.Bit / 8] ^= (byte)(0x80 >> (wrong.Bit % 8));
            }
        });
        Outcome outcome = Run();
        _board.DisturbWire(null);
        WireFrame? meant = Frames.Find(f => f.Chip == wrong.Chip && f.Frame == wrong.Frame && f.FromMaster == wrong.FromMaster);
        Assert.True(seen != null && meant != null && seen.Bytes.AsSpan().SequenceEqual(meant.Bytes), $"{wrong}: another frame");
        Assert.False(_board.ProbePathClosed || _board.PulsePathClosed, $"{wrong}: something is closed");
        Assert.Empty(_board.Hazards);
        return outcome;
    }

    public void Dispose()
    {
        _instrument.Dispose();
        _board.Dispose();
    }

    private static IEnumerable<WireBit> BitsOf(WireFrame frame) =>
        Enumerable.Range(0, 8 * frame.Bytes.Length).Select(bit => new WireBit(frame.Chip, frame.Frame, frame.FromMaster, bit));

    private Outcome Run()
    {
        double[] result;
        try
        {
            result = _operation(_instrument);
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            _fresh = false;
            return Detection.By(error);
        }

        double difference = result.Zip(_undisturbed, (a, b) => Math.Abs((a / b) - 1)).Max();
        if (difference > _budget)
        {
            return Outcome.Unnoticed;
        }

        LargestDifference = Math.Max(LargestDifference, difference);
        return difference == 0 ? Outcome.NoEffect : Outcome.WithinBudget;
    }

    // The driver of the ADC skips the frames that choose a channel which is chosen already, so the channel matters too.
    private void Renew()
    {
        if (!_fresh || !_instrument.IsReady)
        {
            _instrument.Initialise();
            _operation(_instrument);
            _fresh = true;
        }

        foreach (Spi.VirtualSpiDevice device in _board.SpiDevices)
        {
            _start[device.ChipName] = device.FrameCount;
        }
    }
}
