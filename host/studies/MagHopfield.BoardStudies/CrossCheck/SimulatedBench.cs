using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>The protocol on the simulator: perfect pulses behind the nominal resistance of the drive, and the film's own G.</summary>
/// <param name="film">The film.</param>
internal sealed class SimulatedBench(IMagneticDevice film)
{
    // Driver 0.2 ohm and pulse switch 0.6 ohm of each terminal (hardware/board.md); the gold layer's leads are some hundred times that.
    private const double DriveOhms = 0.8;

    // R_SHUNT of every electrode (hardware/board.md).
    public const double ShuntOhms = 50;

    public ConductanceMatrix Train(Pattern pattern, double volts, double seconds, int count, CancellationToken cancellation)
    {
        double[] terminals = Terminals([.. Enumerable.Range(0, pattern.Length).Select(k => volts * pattern[k])]);
        for (int i = 0; i < count; i++)
            film.ApplyPulse(terminals, seconds, cancellation);

        return film.Conductance;
    }

    // V = V_driver - R G V, by iteration: R G is some thousandths.
    private double[] Terminals(double[] drivers)
    {
        double[] terminals = drivers;
        for (int i = 0; i < 20; i++)
        {
            double[] currents = film.Load.Currents(terminals);
            terminals = [.. drivers.Select((v, k) => v - (DriveOhms * currents[k]))];
        }

        return terminals;
    }
}
