using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Toml;

namespace MagHopfield.Validation;

/// <summary>
/// µMAG standard problem 5: a vortex in a film of 100 nm × 100 nm × 10 nm under a current (M. Najafi et al., J. Appl. Phys. 105, 113914
/// (2009)), ξ = 0.05, with u = µB P J/(e Ms (1 + ξ²)) = 72.17 m/s, as the µMAG site tabulates it.
/// </summary>
internal static class StandardProblem5
{
    public static ProblemResult Run(ValidationContext context)
    {
        (int n, int layers) = context.Quick ? (20, 2) : (32, 4);
        const string name = "standard-problem-5";
        PublishedTable ours = context.Run(name, Text(n, layers), 0, 1), fidimag = PublishedTable.Embedded("fidimag-5.tsv");
        VectorField<double> end = Ovf.Read<double>(Path.Combine(context.Folder, name, "m_final.ovf")).Field;
        (double x, double y) = Core(end);
        int rows = ours.Count;
        double steadyX = Enumerable.Range(rows * 3 / 4, rows - (rows * 3 / 4)).Average(i => ours[i][1]);
        double steadyY = Enumerable.Range(rows * 3 / 4, rows - (rows * 3 / 4)).Average(i => ours[i][2]);
        double theirX = fidimag.Where(r => r[0] > 6e-9).Average(r => r[1]), theirY = fidimag.Where(r => r[0] > 6e-9).Average(r => r[2]);
        List<Comparison> comparisons = [];
        double[] mumax = [-0.23480, -0.09454, 0.02296];
        string[] names = ["⟨m_x⟩", "⟨m_y⟩", "⟨m_z⟩"];
        for (int c = 0; c < 3; c++)
            comparisons.Add(
                Comparison.Of(
                    $"{names[c]} at 1 ns",
                    mumax[c],
                    ours.At(1e-9, c + 1),
                    context.Quick ? 0.02 : 2e-3,
                    "0.0000",
                    "",
                    "mumax3's test set, 32 × 32 × 4 cells"));
        comparisons.Add(Comparison.Of("⟨m_x⟩, mean from 6 to 8 ns", theirX, steadyX, 0.01, "0.0000", "", "fidimag, 20 × 20 × 2 cells"));
        comparisons.Add(Comparison.Of("⟨m_y⟩, mean from 6 to 8 ns", theirY, steadyY, 0.01, "0.0000", "", "fidimag, 20 × 20 × 2 cells"));
        comparisons.Add(
            Comparison.Of(
                "displacement of the core along x at 8 ns",
                -1.2,
                1e9 * x,
                context.Quick ? 1.5 : 0.7,
                "0.0",
                " nm",
                "Najafi et al. 2009, second-hand"));
        comparisons.Add(
            Comparison.Of(
                "displacement of the core along y at 8 ns",
                -14.7,
                1e9 * y,
                context.Quick ? 1.5 : 0.7,
                "0.0",
                " nm",
                "Najafi et al. 2009, second-hand"));
        return new ProblemResult(
            5,
            "Problem 5: a vortex under a current",
            $"<p>Permalloy square of 100 nm × 100 nm × 10 nm, α = 0.1, ξ = 0.05, P J = 10¹² A/m², {n} × {n} × {layers} cells. The drift "
            + "velocity has the factor 1/(1 + ξ²), "
            + "as on the µMAG site (72.17 m/s; without it 72.35 m/s). Points: fidimag, on 20 × 20 × 2 cells (from the repository of "
            + "MicroMagnetic.jl), without that factor. "
            + "The displacement of the core is that of Najafi et al., J. Appl. Phys. 105, 113914 (2009), as quoted in a public validation "
            + "script; the paper itself was not at hand.</p>",
            comparisons,
            [
                ("problem5-vortex", ProblemPlots.Vortex(ours, fidimag), "Averages against time."),
                ("problem5-spiral", ProblemPlots.Spiral(ours, fidimag), "The same as a path."),
            ]);
    }

    /// <summary>The problem as a file.</summary>
    /// <param name="n">Cells along the edges.</param>
    /// <param name="layers">Cells across the thickness.</param>
    public static string Text(int n, int layers) => $"""
        # µMAG standard problem 5: a vortex in a film of 100 nm × 100 nm × 10 nm moves under a current; ξ = 0.05, u = 72.17 m/s, which has the
        # factor 1/(1 + ξ²). Published: averages −0.2348, −0.0945, 0.0230 after 1 ns (mumax3's test set); the core comes to rest at −1.2 nm, −14.7 nm.
        title = "µMAG standard problem 5"
        precision = "double"

        [mesh]
        cells = [{n}, {n}, {layers}]
        cell_size = [{100.0 / n:R}e-9, {100.0 / n:R}e-9, {10.0 / layers:R}e-9]  # m

        [material]
        saturation_magnetisation = 8e5           # A/m
        exchange_stiffness = 1.3e-11             # J/m
        gilbert_damping = 0.1
        gyromagnetic_ratio = 2.211e5             # m/(A·s)

        [current]
        density = [1e12, 0.0, 0.0]               # A/m²
        polarisation = 1.0
        nonadiabaticity = 0.05

        [initial]
        state = "vortex"

        [solver]
        integrator = "bogacki_shampine_32"       # exchange limits the step here, so few evaluations a step are best
        max_error = 1e-5

        [[stage]]
        kind = "minimise"
        max_torque = 8.0                         # A/m

        [[stage]]
        kind = "run"
        time = 8e-9                              # s

        [output]
        table_interval = 2e-11                   # s
        columns = ["t", "mx", "my", "mz", "E_total"]

        """;

    // The largest m_z of the layers' mean, with a parabola through its neighbours along each axis.
    private static (double X, double Y) Core(VectorField<double> m)
    {
        Mesh mesh = m.Mesh;
        double At(int x, int y) => Enumerable.Range(0, mesh.Nz).Average(z => m.Z[mesh.Index(x, y, z)]);
        (int X, int Y) best = (1, 1);
        for (int y = 1; y < mesh.Ny - 1; y++)
        {
            for (int x = 1; x < mesh.Nx - 1; x++)
                best = At(x, y) > At(best.X, best.Y) ? (x, y) : best;
        }
        static double Shift(double before, double at, double after) => 0.5 * (before - after) / (before - (2 * at) + after);
        Vector3D centre = mesh.Centre(best.X, best.Y);
        double top = At(best.X, best.Y);
        return (
            centre.X + (mesh.Dx * Shift(At(best.X - 1, best.Y), top, At(best.X + 1, best.Y))),
            centre.Y + (mesh.Dy * Shift(At(best.X, best.Y - 1), top, At(best.X, best.Y + 1))));
    }
}
