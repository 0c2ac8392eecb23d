using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Bench;

/// <summary>Times the micromagnetic engine beside FFTW and the machine's own limits, all in one run, turn by turn.</summary>
public sealed class EngineBenchmark
{
    // OOMMF 2.1a0, double, RKF54, demag + exchange with the step's vector work, ns a cell and evaluation, lowest medians; one and two
    // threads.
    private static readonly Dictionary<(int, int, int), (double One, double Two)> Oommf = new()
    {
        [(128, 128, 1)] = (255e-9, 164e-9),
        [(256, 256, 1)] = (206e-9, 152e-9),
        [(512, 512, 1)] = (276e-9, 155e-9),
        [(1024, 1024, 1)] = (288e-9, 177e-9),
        [(64, 64, 64)] = (351e-9, 205e-9),
    };

    // Columns that FFTW transforms together; a short contest before the timing chooses.
    private static readonly int[] FftwBlocks = [4, 8, 16, 32];

    private readonly double _seconds;
    private readonly CancellationToken _cancellation;

    /// <summary>Measures the machine's limits.</summary>
    /// <param name="secondsEach">Time to spend on each piece of work, in seconds.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public EngineBenchmark(double secondsEach, CancellationToken cancellation)
    {
        _seconds = secondsEach;
        _cancellation = cancellation;
        FftwInstalled = Fftw.IsInstalled;
        BandwidthOne = MemoryBandwidth.Measure(1, secondsEach, cancellation);
        BandwidthTwo = Environment.ProcessorCount > 1 ? MemoryBandwidth.Measure(2, secondsEach, cancellation) : BandwidthOne;
        RateSingle = FftwInstalled ? FftwRate.Measure<float>(secondsEach, cancellation) : double.NaN;
        RateDouble = FftwInstalled ? FftwRate.Measure<double>(secondsEach, cancellation) : double.NaN;
    }

    /// <summary>Sizes that are timed: films and a cube.</summary>
    public static IReadOnlyList<(int X, int Y, int Z)> Sizes { get; } =
    [
        (128, 128, 1), (256, 256, 1), (512, 512, 1), (1024, 1024, 1), (64, 64, 64),
    ];

    /// <summary>Films from 10⁴ to 4·10⁶ cells.</summary>
    public static IReadOnlyList<(int X, int Y, int Z)> ScalingSizes { get; } =
        [(100, 100, 1), (200, 200, 1), (400, 400, 1), (700, 700, 1), (1000, 1000, 1), (1400, 1400, 1), (2000, 2000, 1)];

    /// <summary>Whether the peer is there: Debian's libfftw3-single3 and libfftw3-double3.</summary>
    public bool FftwInstalled { get; }

    /// <summary>Whether FFTW can be loaded in both precisions.</summary>
    public static bool PeerInstalled => Fftw.IsInstalled;

    /// <summary>Memory bandwidth of one thread in bytes a second.</summary>
    public double BandwidthOne { get; }

    /// <summary>Memory bandwidth of two threads in bytes a second.</summary>
    public double BandwidthTwo { get; }

    /// <summary>FFTW's rate in cache, single precision, one thread, in operations a second (5 N log2 N a transform).</summary>
    public double RateSingle { get; }

    /// <summary>FFTW's rate in cache, double precision, one thread, in operations a second.</summary>
    public double RateDouble { get; }

    /// <summary>Times one size in one precision with one and, where the machine has them, two threads.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="size">Cells along x, y, z.</param>
    /// <param name="withPeer">Whether FFTW takes part, where it is installed.</param>
    public IReadOnlyList<BenchRow> Run<T>((int X, int Y, int Z) size, bool withPeer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int nx, int ny, int nz) = size;
        int cells = nx * ny * nz;
        int[] threads = Environment.ProcessorCount > 1 ? [1, 2] : [1];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<FilmCase<T>> cases = [];
        List<double> bytes = [];
        foreach (int count in threads)
        {
            cases.Add(new FilmCase<T>(nx, ny, nz, count));
            cases[^1].Step();
            long now = GC.GetTotalMemory(forceFullCollection: true);
            bytes.Add((double)(now - before + cases[^1].Demagnetisation.UnmanagedBytes) / cells);
            before = now;
        }

        Mesh mesh = new(nx, ny, nz, 4e-9, 4e-9, 4e-9);
        VectorField<T> h = new(mesh);
        FftwDemagnetisation<T>? peer = FftwInstalled && withPeer ? FastestPeer(cases[0], mesh) : null;
        FilmCase<T>? peerCase = peer is null ? null : new FilmCase<T>(cases[0], peer.AddField);
        try
        {
            double difference = peer is null ? double.NaN : Difference(cases[0], peer, mesh);
            List<Action> pieces = [];
            foreach (FilmCase<T> c in cases)
                pieces.AddRange([c.Field, c.Step, c.DemagnetisingField]);

            if (peer is not null)
                pieces.AddRange([() => Field(peer, cases[0].Magnetisation, h), peerCase!.Step]);

            double[] medians = Stopclock.InterleavedMedians(_seconds, _cancellation, pieces);
            double fftw = peer is null ? double.NaN : medians[^2] / cells;
            double fftwStep = peer is null ? double.NaN : medians[^1] / (cells * (double)FilmCase<T>.EvaluationsPerStep);
            List<BenchRow> rows = [];
            for (int i = 0; i < cases.Count; i++)
            {
                double rate = typeof(T) == typeof(float) ? RateSingle : RateDouble;
                double oommf = Oommf.TryGetValue(size, out (double One, double Two) known)
                    ? (threads[i] == 1 ? known.One : known.Two)
                    : double.NaN;
                rows.Add(new BenchRow(
                    nz == 1 ? $"{nx}×{ny}" : $"{nx}×{ny}×{nz}",
                    typeof(T) == typeof(float) ? "single" : "double",
                    threads[i],
                    medians[3 * i] / cells,
                    medians[(3 * i) + 1] / (cells * (double)FilmCase<T>.EvaluationsPerStep),
                    medians[(3 * i) + 2] / cells,
                    fftw,
                    fftwStep,
                    difference,
                    oommf,
                    ConvolutionCost.OperationsPerCell(nx, ny, nz) / (rate * threads[i]),
                    ConvolutionCost.BytesPerCell<T>(nx, ny, nz) / (threads[i] == 1 ? BandwidthOne : BandwidthTwo),
                    bytes[i],
                    cases[i].AllocatedPerStep()));
            }

            return rows;
        }
        finally
        {
            foreach (FilmCase<T> used in cases)
                used.Dispose();

            peerCase?.Dispose();
            peer?.Dispose();
        }
    }

    private FftwDemagnetisation<T> FastestPeer<T>(FilmCase<T> film, Mesh mesh)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        VectorField<T> h = new(mesh);
        FftwDemagnetisation<T>[] peers =
        [
            .. FftwBlocks.Select(block => new FftwDemagnetisation<T>(film.Demagnetisation.AddField, mesh, block)),
        ];
        double[] medians = Stopclock.InterleavedMedians(
            Math.Min(_seconds, 0.2), _cancellation,
            [
                .. peers.Select<FftwDemagnetisation<T>, Action>(p => () => Field(p, film.Magnetisation, h)),
            ]);
        int fastest = Array.IndexOf(medians, medians.Min());
        for (int i = 0; i < peers.Length; i++)
        {
            if (i != fastest)
                peers[i].Dispose();
        }

        return peers[fastest];
    }

    private static void Field<T>(FftwDemagnetisation<T> peer, VectorField<T> m, VectorField<T> h)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        h.Clear();
        peer.AddField(m, h);
    }

    private static double Difference<T>(FilmCase<T> film, FftwDemagnetisation<T> peer, Mesh mesh)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        VectorField<T> ours = new(mesh);
        VectorField<T> theirs = new(mesh);
        film.Demagnetisation.AddField(film.Magnetisation, ours);
        peer.AddField(film.Magnetisation, theirs);
        double largest = 0;
        double difference = 0;
        for (int cell = 0; cell < mesh.CellCount; cell++)
        {
            largest = Math.Max(largest, ours[cell].Length);
            difference = Math.Max(difference, (ours[cell] - theirs[cell]).Length);
        }

        return difference / largest;
    }
}
