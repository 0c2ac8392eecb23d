using System.Diagnostics;
using System.Runtime.CompilerServices;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;

namespace MagHopfield.Bench.Conductance;

/// <summary>
/// One conductance matrix of the films niu2024 (4 electrodes) and niu2024-7x5 (35), beside a sparse direct solver on the same matrix, and
/// one whole training of four nodes.
/// </summary>
/// <param name="cancellation">Ends it early.</param>
public sealed class ConductanceBenchmark(CancellationToken cancellation)
{
    // Repeated until a median means something, unless one takes long by itself.
    private const int Repeats = 7;
    private const double Long = 3;

    /// <summary>Cells of the films, about.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [10_000, 100_000, 1_000_000];

    /// <summary>Numbers of electrodes.</summary>
    public static IReadOnlyList<int> Electrodes { get; } = [4, 35];

    /// <summary>Times one film.</summary>
    /// <param name="electrodes">4 or 35.</param>
    /// <param name="cells">Number of cells, about.</param>
    /// <param name="withPeer">Whether the direct solver runs too, where it is installed.</param>
    public ConductanceRow Run(int electrodes, int cells, bool withPeer)
    {
        FilmParameters film = FilmParameters.Preset(electrodes == 4 ? "niu2024" : "niu2024-7x5");
        double finer = Math.Sqrt(cells / (double)(film.Geometry.CellsX * film.Geometry.CellsY));
        FilmGeometry geometry = film.Geometry with
        {
            CellsX = (int)Math.Round(finer * film.Geometry.CellsX),
            CellsY = (int)Math.Round(finer * film.Geometry.CellsY),
        };
        ConductorGrid grid = new(geometry, film.Electrodes);
        SheetConductance[] states = [.. Enumerable.Range(0, 2).Select(k => Texture(grid, geometry, film.Transport, 0.1 * k))];
        double count = geometry.CellsX * geometry.CellsY;

        // The first runs are the compiler's as well.
        List<(double Seconds, int Iterations, double Bytes, ConductanceMatrix G)> colds = [];
        do
        {
            cancellation.ThrowIfCancellationRequested();
            colds.Add(Cold(grid, film.Transport.SolverTolerance, states[0]));
        }
        while (colds.Count < Repeats && colds.Sum(c => c.Seconds) < Long);

        (_, int coldIterations, double bytes, ConductanceMatrix g) = colds[^1];
        double cold = colds.Select(c => c.Seconds).Order().ElementAt(colds.Count / 2);

        ConductorSolver solver = new(grid, film.Transport.SolverTolerance, 1);
        solver.Solve(states[0]);
        double warm = Alternate(solver, states);
        int warmIterations = solver.Iterations;
        solver = new ConductorSolver(grid, film.Transport.SolverTolerance, 2);
        solver.Solve(states[0]);
        double warmTwo = Alternate(solver, states);

        (double direct, double directBytes, double difference) = (double.NaN, double.NaN, double.NaN);
        if (withPeer && DirectConductance.IsInstalled)
        {
            cancellation.ThrowIfCancellationRequested();
            StiffnessMatrix matrix = StiffnessMatrix.Of(grid, states[0]);
            Stopwatch clock = Stopwatch.StartNew();
            (ConductanceMatrix peer, directBytes) = DirectConductance.Solve(grid, matrix);
            direct = clock.Elapsed.TotalSeconds;
            difference = Difference(g, peer);
        }

        return new ConductanceRow(
            electrodes,
            geometry.CellsX,
            geometry.CellsY,
            cold,
            warm,
            warmTwo,
            coldIterations / (electrodes - 1.0),
            warmIterations / (electrodes - 1.0),
            bytes / count, direct, directBytes / count, difference);
    }

    /// <summary>Seconds of one whole training: a new film niu2024 gets "+ - + -" at 5 V for 200 µs (to rest), then G.</summary>
    /// <returns>Seconds of the pulse, of G, and the simulated time in seconds.</returns>
    public (double Pulse, double Conductance, double Simulated) Training()
    {
        MicromagneticFilm film = new(FilmParameters.Preset("niu2024"));
        Stopwatch clock = Stopwatch.StartNew();
        film.ApplyPulse([5, -5, 5, -5], 200e-6, cancellation);
        double pulse = clock.Elapsed.TotalSeconds;
        clock.Restart();
        _ = film.Conductance;
        return (pulse, clock.Elapsed.TotalSeconds, film.LastPulse!.IntegratedTime);
    }

    // A method of its own, so that no solver of a run before counts as memory that was there before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (
        double Seconds,
        int Iterations,
        double Bytes,
        ConductanceMatrix G) Cold(ConductorGrid grid, double tolerance, SheetConductance sheet)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch clock = Stopwatch.StartNew();
        ConductorSolver solver = new(grid, tolerance, 1);
        ConductanceMatrix g = solver.Solve(sheet);
        double seconds = clock.Elapsed.TotalSeconds;
        double bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(solver);
        return (seconds, solver.Iterations, bytes, g);
    }

    // As a film does from pulse to pulse: the next state is near the last, and so is its solution.
    private double Alternate(ConductorSolver solver, SheetConductance[] states)
    {
        List<double> times = [];
        for (int k = 1; k <= Repeats && (times.Count == 0 || times[0] < Long); k++)
        {
            cancellation.ThrowIfCancellationRequested();
            Stopwatch clock = Stopwatch.StartNew();
            solver.Solve(states[k % 2]);
            times.Add(clock.Elapsed.TotalSeconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    // A texture with structure on the scale of the film, as training leaves, and the same turned here and there.
    private static SheetConductance Texture(ConductorGrid grid, FilmGeometry geometry, TransportParameters transport, double turn)
    {
        double[] mx = new double[grid.Cells.Length];
        double[] my = new double[grid.Cells.Length];
        for (int c = 0; c < mx.Length; c++)
        {
            double x = (c % grid.CellsX + 0.5) / grid.CellsX, y = (c / grid.CellsX + 0.5) / grid.CellsY;
            double angle = 3 * Math.Sin(5 * x + 2 * y) + 2 * Math.Cos(4 * y - x) + turn * Math.Sin(9 * x * y);
            (mx[c], my[c]) = (Math.Cos(angle), Math.Sin(angle));
        }

        SheetConductance sheet = new(grid.Cells.Length);
        new AnisotropicMagnetoresistance(transport, geometry.Thickness).Fill<double>(grid, mx, my, sheet);
        return sheet;
    }

    private static double Difference(ConductanceMatrix a, ConductanceMatrix b)
    {
        double largest = 0;
        for (int i = 0; i < a.NodeCount; i++)
        {
            for (int j = 0; j < a.NodeCount; j++)
                largest = Math.Max(largest, Math.Abs(a[i, j] - b[i, j]) / b[i, i]);
        }

        return largest;
    }
}
