using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Textures;

/// <summary>
/// A Bloch wall of a chain with easy axis z and hard axis x driven by a field along z: N. L. Schryer and L. R. Walker, J. Appl. Phys. 45,
/// 5406 (1974). With H_W = α H_K/2, H_K = 2K⊥/(µ0 Ms), it moves at γΔH/α up to H_W, tilted so that sin 2φ = H/H_W; beyond it turns for
/// ever.
/// </summary>
public class DomainWallTests
{
    private const double Ms = 8e5, A = 13e-12, K = 4e5, Hard = 1e5, Alpha = 0.1, Gamma = 2.21e5, Cell = 1e-9;
    private const int N = 200;
    private const double Walker = Alpha * Hard / (PhysicalConstants.Mu0 * Ms);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Below_the_Walker_field_a_wall_moves_at_gamma_Delta_H_over_alpha_tilted_by_half_the_arcsine(double share)
    {
        double h = share * Walker;
        (double velocity, double[] angle) = Run(h, 3e-9, 4e-9);
        double tilt = 0.5 * Math.Asin(share), width = Math.Sqrt(A / (K + (Hard * Math.Pow(Math.Sin(tilt), 2))));
        Assert.Equal(Gamma * width * h / Alpha, velocity, 0.01 * velocity);
        Assert.Equal(tilt, Math.Abs(angle[^1]), 0.01);
        Assert.Equal(angle[^2], angle[^1], 1e-3);
    }

    [Fact]
    public void Beyond_the_Walker_field_a_wall_turns_for_ever_and_is_slower()
    {
        (double below, _) = Run(0.95 * Walker, 1.5e-9, 2.5e-9);
        (double beyond, double[] angle) = Run(1.5 * Walker, 1e-9, 4e-9);
        Assert.True(beyond < 0.6 * below, $"{beyond} m/s beyond, {below} m/s below");
        // Mean turning rate γ √(H² − H_W²)/(1 + α²), and of the velocity γΔ/α (H − √(H² − H_W²)/(1 + α²)) for a wall of constant width.
        double root = Math.Sqrt((1.5 * 1.5) - 1) * Walker / (1 + (Alpha * Alpha));
        Assert.Equal(Gamma * root * 3e-9, Math.Abs(angle[^1] - angle[0]), 0.15 * Gamma * root * 3e-9);
    }

    // Mean velocity between two times in m/s, and the wall's angle from its plane at rest, every picosecond between.
    private static (double Velocity, double[] Angle) Run(double h, double begin, double end)
    {
        Ferromagnet body = new(new Mesh(N, 1, 1, Cell, Cell, Cell), Ms);
        LandauLifshitzGilbert<double> llg = new(
            body,
            Alpha,
            new Exchange<double>(body, A),
            new UniaxialAnisotropy<double>(body, (0, 0, 1), K),
            new UniaxialAnisotropy<double>(body, (1, 0, 0), -Hard),
            new Zeeman<double>(body, (0, 0, h)));
        double width = Math.Sqrt(A / K), shifted = 0;
        VectorField<double> m = InitialField.Create<double>(
            body.Geometry, (x, _, _) => (0, 1 / Math.Cosh(x / width), -Math.Tanh(x / width)));
        Simulation<double> simulation = new(llg, m, EmbeddedRungeKutta<double>.DormandPrince54(1e-6));
        List<double> angles = [], positions = [];
        double turns = 0, last = 0;
        for (int i = 0; i * 1e-12 < end - 1e-15; i++)
        {
            simulation.Run(1e-12);
            // The chain follows the wall, so that it never comes near an end.
            if (m.Average().Z > 0.1)
                shifted += Follow(m);
            int at = Enumerable.Range(0, N).MinBy(c => Math.Abs(m.Z[c]));
            double angle = Math.Atan2(m.X[at], m.Y[at]);
            turns += Math.Round((last - angle) / (2 * Math.PI));
            last = angle;
            if (i * 1e-12 >= begin)
            {
                angles.Add(angle + (2 * Math.PI * turns));
                positions.Add((0.5 * N * Cell * m.Average().Z) + shifted);
            }
        }
        return ((positions[^1] - positions[0]) / ((positions.Count - 1) * 1e-12), [.. angles]);
    }

    private static double Follow(VectorField<double> m)
    {
        const int by = 16;
        foreach (double[] c in (double[][])[m.X, m.Y, m.Z])
        {
            Array.Copy(c, by, c, 0, N - by);
            Array.Fill(c, c[N - by - 1], N - by, by);
        }
        return by * Cell;
    }
}
