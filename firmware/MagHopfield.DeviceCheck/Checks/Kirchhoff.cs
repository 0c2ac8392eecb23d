using System;
using MagHopfield.Shared;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Kirchhoff
{
    // Niu et al., PNAS 2024, eq. 1: G of the film after "+ - + -", in siemens, edges 12, 13, 24, 34 and diagonals 14, 23.
    private static readonly double[] Published = [-0.066, -0.066, -0.041, -0.0462, -0.066, -0.066];

    public static void Run(CheckLog log)
    {
        ConductanceMatrix film = ConductanceMatrix.FromPairs(4, Published);
        Pattern[] geometries = WiringGeometry.All(4);
        KirchhoffInversion inversion = new KirchhoffInversion(4, geometries.Length);
        double[] sigmaCurrents = [1e-9, 1e-9, 1e-9, 1e-9];
        double[] sigmaVoltages = [1e-8, 1e-8, 1e-8, 1e-8];
        long start = DateTime.UtcNow.Ticks;
        for (int g = 0; g < geometries.Length; g++)
        {
            double[] volts = new double[4];
            for (int k = 0; k < 4; k++)
            {
                // Switches and shunts in the lines make the electrodes of a group differ a little.
                volts[k] = (geometries[g][k] * 2.5e-3) + (k * 1e-5);
            }

            inversion.Add(film.Currents(volts), volts, sigmaCurrents, sigmaVoltages);
        }

        log.Expect(inversion.Solve(), "seven geometries determine G");
        log.Speed("Kirchhoff inversions of four nodes", 1, DateTime.UtcNow.Ticks - start);
        double[] pairs = inversion.Conductance!.ToPairs();
        for (int p = 0; p < pairs.Length; p++)
            log.Near(Published[p], pairs[p], 1e-12, "an element of G");
    }
}
