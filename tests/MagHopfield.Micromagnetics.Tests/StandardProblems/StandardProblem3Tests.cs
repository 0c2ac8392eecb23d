using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.StandardProblems;

/// <summary>
/// µMAG standard problem 3: the edge of a cube, in exchange lengths √(2A/(µ0 Ms²)), where the flower and the vortex state have the same
/// energy. Rave, Fabian and Hubert (J. Magn. Magn. Mater. 190, 332 (1998)): L = 8.47 and 0.3027 Km L³.
/// </summary>
public class StandardProblem3Tests
{
    [Fact]
    public void The_single_domain_limit_is_8_47_exchange_lengths()
    {
        // The error of the mesh falls with its square: two meshes give the limit of none.
        (double coarseL, double coarseE) = Crossing(10);
        (double fineL, double fineE) = Crossing(16);
        double weight = (16.0 * 16) / ((16.0 * 16) - (10.0 * 10));
        Assert.Equal(8.47, coarseL + (weight * (fineL - coarseL)), 0.02);
        Assert.Equal(0.3027, coarseE + (weight * (fineE - coarseE)), 0.001);
    }

    private static (double Length, double Energy) Crossing(int n)
    {
        // The difference of the energies is nearly linear in L: two secant steps suffice.
        double a = 8.3, b = 8.6, fa = Difference(n, a, out _), fb = Difference(n, b, out double energy);
        for (int i = 0; i < 2; i++)
        {
            double c = b - (fb * (b - a) / (fb - fa));
            (a, fa) = (b, fb);
            b = c;
            fb = Difference(n, b, out energy);
        }
        return (b, energy);
    }

    private static double Difference(int n, double length, out double flowerEnergy)
    {
        const double ms = 8e5, a = 13e-12;
        double km = 0.5 * PhysicalConstants.Mu0 * ms * ms, exchangeLength = Math.Sqrt(a / km), d = length * exchangeLength / n;
        Ferromagnet body = new(new Mesh(n, n, n, d, d, d), ms);
        LandauLifshitzGilbert<double> llg = new(
            body,
            0.5,
            new Exchange<double>(body, a),
            new UniaxialAnisotropy<double>(body, (0, 0, 1), 0.1 * km),
            new Demagnetisation<double>(body));
        double Energy(VectorField<double> m)
        {
            Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 5));
            return (llg.TotalEnergy(m) / (km * Math.Pow(length * exchangeLength, 3))) + 0.1;
        }
        flowerEnergy = Energy(UniformState.Create<double>(body.Geometry, (1e-3, 2e-3, 1)));
        // The vortex turns about y, with its core along y and its sides along the easy axis.
        double vortex = Energy(InitialField.Create<double>(body.Geometry, (x, _, z) =>
        {
            double r = Math.Sqrt((x * x) + (z * z)), core = 0.15 * length * exchangeLength;
            return (-z / r, Math.Exp(-r * r / (core * core)), x / r);
        }));
        return flowerEnergy - vortex;
    }
}
