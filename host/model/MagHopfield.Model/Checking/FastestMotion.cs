using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

/// <summary>
/// What the integrator must follow in one region, in rad/s: the precession of m about every field that may act on it, and the noise. Fields
/// are bounded from above: the demagnetising field by Ms, each other one by its largest value in any direction of m.
/// </summary>
/// <param name="Damping">Gilbert damping α.</param>
/// <param name="Exchange">
/// The spin wave that alternates from cell to cell: γ times its field of exchange and Dzyaloshinskii-Moriya interaction.
/// </param>
/// <param name="Uniform">
/// Precession of a uniform m: γ times external field, anisotropy fields and Ms, and the rates of spin-transfer torques.
/// </param>
/// <param name="Noise">
/// Square of the turn that random fields make in a step, divided by the step, in rad²/s.
/// </param>
internal sealed record FastestMotion(double Damping, double Exchange, double Uniform, double Noise)
{
    // Turn by noise in a step, root of the mean square in radians: above the first a step follows nothing, the second is small.
    private const double NoiseToFollow = 0.5, SmallNoise = 0.1;

    // Error of an accurate step in radians.
    private const double AccurateError = 1e-4;

    /// <summary>All of it in rad/s, beside the noise.</summary>
    public double Frequency => Exchange + Uniform;

    /// <summary>
    /// Longest step in seconds that is stable for a method, in a run of a duration in seconds; infinite where nothing moves.
    /// </summary>
    public double StableStep(StabilityPolynomial method, double duration)
    {
        double turn = Frequency > 0 ? method.LargestTurn(Damping, duration * Frequency) / Frequency : double.PositiveInfinity;
        return Math.Min(turn, ByNoise(NoiseToFollow));
    }

    /// <summary>
    /// A step in seconds that is as accurate as need be. What exchange alone moves fast is at rest but for noise, and only has to stay so:
    /// half the stable step is short enough for it.
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
        Func<TermRegion, TermSizes>[] terms = [.. problem.Terms.Select(term => term.Sizes(problem.Magnet))];
        TermRegion[] regions = [.. problem.TermRegions];
        TermSizes[][] sizes = [.. regions.Select(region => terms.Select(term => term(region)).ToArray())];
        double[] stiffness = [.. sizes.Select(s => s.Sum(t => t.ExchangeStiffness))];
        return [.. regions.Select((region, i) => Of(problem, region, sizes[i], LargestStiffness(stiffness[i], stiffness)))];
    }

    private double ByNoise(double turn) => Noise > 0 ? turn * turn / Noise : double.PositiveInfinity;

    private static FastestMotion Of(Problem problem, TermRegion region, TermSizes[] sizes, double stiffness)
    {
        double gamma = problem.Material.GyromagneticRatio, moment = PhysicalConstants.Mu0 * region.SaturationMagnetisation;
        return new(
            region.GilbertDamping,
            gamma * Alternating(problem.Mesh, stiffness, sizes.Sum(s => s.DmiConstant)) / moment,
            (gamma * (sizes.Sum(s => s.Field) + (sizes.Sum(s => s.Stiffness) / moment))) + sizes.Sum(s => s.Rate),
            sizes.Sum(s => s.Noise));
    }

    // Field of the fastest wave times µ0 Ms in J/m³: along each axis 2A(2 − 2cos θ)/Δ² + 2D sin θ/Δ, largest over θ = kΔ.
    private static double Alternating(Mesh mesh, double a, double d)
    {
        double sum = 0;
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
    private static double LargestStiffness(double own, double[] all) => own == 0 ? 0 : all.Max(other => 2 * own * other / (own + other));
}
