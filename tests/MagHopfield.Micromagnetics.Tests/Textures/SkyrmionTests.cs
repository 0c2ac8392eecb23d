using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Textures;

/// <summary>
/// The isolated skyrmion of a perpendicular film with exchange A, anisotropy K and Dzyaloshinskii-Moriya interaction D, against the
/// differential equation of its profile and against the formulas of X. S. Wang, H. Y. Yuan and X. R. Wang, Commun. Phys. 1, 31 (2018).
/// </summary>
public class SkyrmionTests
{
    private const double Ms = 5.8e5, A = 15e-12, K = 6e5;
    private static readonly Dictionary<(double, bool, double), VectorField<double>> States = [];

    [Theory]
    [InlineData(2.6e-3, false)]
    [InlineData(3.0e-3, false)]
    [InlineData(3.4e-3, false)]
    [InlineData(3.0e-3, true)]
    public void A_relaxed_skyrmion_has_the_radius_of_the_profile_equation_and_of_Wang(double d, bool bulk)
    {
        double radius = Relaxed(d, bulk, 0.5e-9), exact = RadiusOfProfile(d);
        Assert.Equal(exact, radius, 0.015 * exact);
        // R = πD √(A/(16AK² − π²D²K)) takes the wall for straight: 5 % too large at the smallest D here, 16 % too small at the largest.
        double wang = Math.PI * d * Math.Sqrt(A / ((16 * A * K * K) - (Math.PI * Math.PI * d * d * K)));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"D = {d}: R = {radius * 1e9:f3} nm relaxed, {exact * 1e9:f3} profile, {wang * 1e9:f3} Wang");
        Assert.Equal(wang, radius, 0.2 * exact);
    }

    [Fact]
    public void The_error_of_the_radius_falls_with_the_square_of_the_cell()
    {
        double exact = RadiusOfProfile(3e-3);
        double coarse = Relaxed(3e-3, bulk: false, 1e-9) - exact, fine = Relaxed(3e-3, bulk: false, 0.5e-9) - exact;
        Assert.InRange(coarse / fine, 3, 5.5);
    }

    [Fact]
    public void The_profile_of_a_skyrmion_is_that_of_a_wall_of_Wangs_width()
    {
        // θ(r) = 2 atan[sinh(R/w)/sinh(r/w)], w = πD/(4K).
        const double d = 3e-3, w = Math.PI * d / (4 * K);
        VectorField<double> m = State(d, bulk: false, 0.5e-9);
        double radius = Radius(m);
        Mesh mesh = m.Mesh;
        for (int i = mesh.Nx / 2; i < mesh.Nx; i++)
        {
            int cell = mesh.Index(i, mesh.Ny / 2, 0);
            Vector3D at = mesh.Centre(cell, 0);
            double r = Math.Sqrt(Math.Pow((i + 0.5 - (0.5 * mesh.Nx)) * mesh.Dx, 2) + Math.Pow(0.5 * mesh.Dy, 2));
            double theta = 2 * Math.Atan(Math.Sinh(radius / w) / Math.Sinh(r / w));
            Assert.Equal(Math.Cos(theta), m.Z[cell], 0.05);
        }
    }

    private static double Relaxed(double d, bool bulk, double cell) => Radius(State(d, bulk, cell));

    private static VectorField<double> State(double d, bool bulk, double cell)
    {
        if (States.TryGetValue((d, bulk, cell), out VectorField<double>? known))
            return known;
        int n = (int)Math.Round(64e-9 / cell);
        Ferromagnet body = new(new Mesh(n, n, 1, cell, cell, 1e-9, periodicX: true, periodicY: true), Ms);
        LandauLifshitzGilbert<double> llg = new(
            body,
            1,
            new Exchange<double>(body, A),
            new UniaxialAnisotropy<double>(body, (0, 0, 1), K),
            bulk ? new BulkDmi<double>(body, d) : new InterfacialDmi<double>(body, d));
        // Turning every moment by a right angle about z makes the one kind of skyrmion out of the other.
        VectorField<double> m = InitialField.Create<double>(body.Geometry, (x, y, _) =>
        {
            double r = Math.Sqrt((x * x) + (y * y)), theta = 2 * Math.Atan(Math.Exp((7e-9 - r) / 4e-9)), s = r > 0
                ? Math.Sin(theta) / r
                : 0;
            return bulk ? (-s * y, s * x, Math.Cos(theta)) : (s * x, s * y, Math.Cos(theta));
        });
        Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 50));
        return States[(d, bulk, cell)] = m;
    }

    // Where m_z passes through 0 in the row above the middle.
    private static double Radius(VectorField<double> m)
    {
        Mesh mesh = m.Mesh;
        for (int i = mesh.Nx / 2; i < mesh.Nx - 1; i++)
        {
            double inside = m.Z[mesh.Index(i, mesh.Ny / 2, 0)], outside = m.Z[mesh.Index(i + 1, mesh.Ny / 2, 0)];
            if (inside >= 0 || outside < 0)
                continue;
            double x = (i + 0.5 - (0.5 * mesh.Nx) + (inside / (inside - outside))) * mesh.Dx;
            return Math.Sqrt((x * x) + (0.25 * mesh.Dy * mesh.Dy));
        }
        Assert.Fail("There is no skyrmion.");
        return 0;
    }

    // θ'' + θ'/r − sin 2θ/(2r²) + (D/A) sin²θ/r − (K/2A) sin 2θ = 0 with θ(0) = π and θ(∞) = 0, by shooting.
    private static double RadiusOfProfile(double d)
    {
        const double step = 2e-12;
        double low = 1e7, high = 1e10;
        double radius = 0;
        for (int i = 0; i < 100; i++)
        {
            double slope = Math.Sqrt(low * high), r = 1e-12, theta = Math.PI - (slope * r), rate = -slope;
            double found = 0;
            while (theta > 0 && rate < 0 && r < 100e-9)
            {
                if (found == 0 && theta < 0.5 * Math.PI)
                    found = r;
                (double k1, double l1) = (rate, Second(r, theta, rate));
                (double k2, double l2) = (
                    rate + (0.5 * step * l1), Second(r + (0.5 * step), theta + (0.5 * step * k1), rate + (0.5 * step * l1)));
                (double k3, double l3) = (
                    rate + (0.5 * step * l2), Second(r + (0.5 * step), theta + (0.5 * step * k2), rate + (0.5 * step * l2)));
                (double k4, double l4) = (rate + (step * l3), Second(r + step, theta + (step * k3), rate + (step * l3)));
                theta += step / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
                rate += step / 6 * (l1 + (2 * l2) + (2 * l3) + l4);
                r += step;
            }
            if (found > 0)
                radius = found;
            // Too steep a profile falls through 0, too flat a one turns back.
            if (theta <= 0)
                high = slope;
            else
                low = slope;
        }
        return radius;

        double Second(double r, double theta, double rate) =>
            (-rate / r) + (Math.Sin(2 * theta) / (2 * r * r)) - (d / A * Math.Pow(Math.Sin(theta), 2) / r)
                + (K / (2 * A) * Math.Sin(2 * theta));
    }
}
