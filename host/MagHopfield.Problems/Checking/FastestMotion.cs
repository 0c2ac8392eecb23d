using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Checking;

/// <summary>
/// What the integrator must follow in one region, in rad/s: the precession of m about every field that may act on it, and the noise. Fields are
/// bounded from above: the demagnetising field by Ms, each other one by its largest value in any direction of m.
/// </summary>
/// <param name="Damping">Gilbert damping α.</param>
/// <param name="Exchange">The spin wave that alternates from cell to cell: γ times its field of exchange and Dzyaloshinskii-Moriya interaction.</param>
/// <param name="Uniform">Precession of a uniform m: γ times external field, anisotropy fields and Ms, and the rates of spin-transfer torques.</param>
/// <param name="Noise">
/// Square of the turn that the thermal field makes in a step, divided by the step, in rad²/s: two components across m of variance
/// 2αγ kB T/((1+α²) µ0 Ms V) each (Brown 1963).
/// </param>
internal sealed record FastestMotion(double Damping, double Exchange, double Uniform, double Noise)
{
    // Turn by noise in a step, root of the mean square in radians: above the first a step follows nothing, the second is small.
    private const double NoiseToFollow = 0.5, SmallNoise = 0.1;

    // Error of an accurate step in radians.
    private const double AccurateError = 1e-4;

    /// <summary>All of it in rad/s, beside the noise.</summary>
    public double Frequency => Exchange + Uniform;

    /// <summary>Longest step in seconds that is stable for a method, in a run of a duration in seconds; infinite where nothing moves.</summary>
    public double StableStep(StabilityPolynomial method, double duration)
    {
        double turn = Frequency > 0 ? method.LargestTurn(Damping, duration * Frequency) / Frequency : double.PositiveInfinity;
        return Math.Min(turn, ByNoise(NoiseToFollow));
    }

    /// <summary>
    /// A step in seconds that is as accurate as need be. What exchange alone moves fast is at rest but for noise, and only has to stay so: half
    /// the stable step is short enough for it.
    /// </summary>
    public double AccurateStep(StabilityPolynomial method, double duration)
    {
        double motion = Noise > 0 ? Frequency : Uniform;
        double turn = motion > 0 ? method.AccurateTurn(AccurateError) / motion : double.PositiveInfinity;
        return Math.Min(Math.Min(turn, 0.5 * StableStep(method, duration)), ByNoise(SmallNoise));
    }

    /// <summary>The material and every region.</summary>
    public static IReadOnlyList<FastestMotion> Of(Problem problem)
    {
        double field = LargestField(problem);
        List<FastestMotion> all = [];
        for (int i = -1; i < problem.Regions.Count; i++)
            all.Add(Of(problem, i < 0 ? null : problem.Regions[i], field));
        return all;
    }

    private double ByNoise(double turn) => Noise > 0 ? turn * turn / Noise : double.PositiveInfinity;

    private static FastestMotion Of(Problem problem, RegionParameters? region, double field)
    {
        MaterialParameters m = problem.Material;
        double gamma = m.GyromagneticRatio, ms = region?.SaturationMagnetisation ?? SmallestMs(problem);
        double alpha = region?.GilbertDamping ?? m.GilbertDamping, moment = PhysicalConstants.Mu0 * ms;
        double anisotropy = problem.Anisotropies.Where(a => a.Region is null || a.Region == region?.Name).Sum(Stiffness) / moment;
        double demagnetising = problem.Demagnetisation.Enabled ? ms : 0;
        double noise = problem.Thermal is { Temperature: > 0 } thermal
            ? 4 * alpha * gamma * PhysicalConstants.Boltzmann * thermal.Temperature / ((1 + (alpha * alpha)) * moment * problem.Mesh.CellVolume)
            : 0;
        return new(
            alpha,
            gamma * Alternating(problem, region) / moment,
            (gamma * (field + anisotropy + demagnetising)) + TorqueRate(problem, ms),
            noise);
    }

    // The least magnetisation has the strongest field of exchange.
    private static double SmallestMs(Problem problem) => problem.SaturationMagnetisation is ScalarField<double> byCell
        ? byCell.Values.Where(ms => ms > 0).DefaultIfEmpty(problem.Material.SaturationMagnetisation).Min()
        : problem.Material.SaturationMagnetisation;

    // Largest second derivative of the energy density over directions, J/m³.
    private static double Stiffness(AnisotropyParameters a) => a.Kind == AnisotropyKind.Uniaxial
        ? (2 * Math.Abs(a.First)) + (4 * Math.Abs(a.Second))
        : 2 * (Math.Abs(a.First) + Math.Abs(a.Second));

    // Field of the fastest wave times µ0 Ms in J/m³: along each axis 2A(2 − 2cos θ)/Δ² + 2D sin θ/Δ, largest over θ = kΔ.
    private static double Alternating(Problem problem, RegionParameters? region)
    {
        double sum = 0, a = LargestStiffness(problem, region);
        double d = Math.Abs(region?.InterfacialDmi ?? problem.Material.InterfacialDmi) + Math.Abs(region?.BulkDmi ?? problem.Material.BulkDmi);
        Mesh mesh = problem.Mesh;
        foreach ((int count, double size, bool periodic) in new[]
        {
            (mesh.Nx, mesh.Dx, mesh.PeriodicX), (mesh.Ny, mesh.Dy, mesh.PeriodicY), (mesh.Nz, mesh.Dz, mesh.PeriodicZ),
        })
        {
            if (count == 1)
                continue;
            // Free ends and odd rings have no wave that alternates perfectly.
            double cosine = Math.Cos(Math.PI / (2 * count)), share = periodic && count % 2 == 0 ? 1 : cosine * cosine;
            double half = 4 * a / (size * size), turn = 2 * d / size;
            sum += d == 0 ? 2 * half * share : half + Math.Sqrt((half * half) + (turn * turn));
        }

        return sum;
    }

    // A face between regions has the harmonic mean of both, which may exceed one of them.
    private static double LargestStiffness(Problem problem, RegionParameters? region)
    {
        double own = region?.ExchangeStiffness ?? problem.Material.ExchangeStiffness;
        if (own == 0)
            return 0;
        return problem.Regions.Select(r => r.ExchangeStiffness ?? problem.Material.ExchangeStiffness).Append(problem.Material.ExchangeStiffness)
            .Max(other => 2 * own * other / (own + other));
    }

    private static double LargestField(Problem problem) => problem.Stages.Where(s => s.Kind == StageKind.Run).Select(s => s.Field ?? problem.Field).Max(f =>
    {
        double form = f.Waveform == Waveform.Table ? f.Points!.Max(p => Math.Abs(p.Value)) : 1;
        double amplitude = f.IsTimeDependent ? form * f.Amplitude.Length : 0;
        return f.Constant.Length + amplitude + (f.Spatial is SpatialField s ? Math.Abs(s.Scale) * (s.Follows ? form : 1) * LargestOf(s.File, problem.Mesh) : 0);
    });

    private static double LargestOf(string file, Mesh mesh)
    {
        try
        {
            VectorField<float> field = ExternalField<float>.FromFile(file, mesh);
            return Enumerable.Range(0, mesh.CellCount).Max(i => field[i].Length);
        }
        catch (ProblemFileException)
        {
            // Said by the checks of files.
            return 0;
        }
    }

    // The largest sum over axes of |J|/Δ in A/m³; the density of a file is added to the uniform one in every cell.
    private static double LargestAlternation(CurrentParameters current, Mesh mesh)
    {
        (int Count, double Size)[] axes = Lengths.Axes(mesh);
        double Along(Vector3D j) => axes.Zip([j.X, j.Y, j.Z], (axis, density) => axis.Count > 1 ? Math.Abs(density) / axis.Size : 0).Sum();
        if (current.DensityFile is null)
            return Along(current.Density);
        try
        {
            VectorField<float> density = ProblemModel<float>.Density(current, mesh);
            return Enumerable.Range(0, mesh.CellCount).Max(i => Along(density[i]));
        }
        catch (ProblemFileException)
        {
            // Said by the checks of files.
            return Along(current.Density);
        }
    }

    // Slonczewski's torque at its strongest angle, and Zhang and Li's on a magnetisation that alternates from cell to cell; rad/s.
    private static double TorqueRate(Problem problem, double ms)
    {
        double factor = problem.Stages.Where(s => s.Kind == StageKind.Run).Max(s => Math.Abs(s.CurrentFactor)), rate = 0;
        if (problem.Slonczewski is SlonczewskiParameters through)
        {
            // A body is nowhere thinner than a cell.
            double thickness = through.Thickness ?? problem.Mesh.Dz;
            double tau = problem.Material.GyromagneticRatio * PhysicalConstants.ReducedPlanck * Math.Abs(through.CurrentDensity)
                / (PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * ms * thickness);
            rate += tau * ((through.Polarisation * Math.Max(0.5, 0.5 * through.Lambda * through.Lambda)) + Math.Abs(through.EpsilonPrime));
        }

        if (problem.Current is CurrentParameters current)
        {
            double drift = PhysicalConstants.BohrMagneton * current.Polarisation / (PhysicalConstants.ElementaryCharge * ms);
            rate += drift * LargestAlternation(current, problem.Mesh) * (1 + Math.Abs(current.Nonadiabaticity));
        }

        return factor * rate;
    }
}
