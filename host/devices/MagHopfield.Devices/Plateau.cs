using MagHopfield.Shared;

namespace MagHopfield.Devices;

/// <summary>
/// A stretch of a drive with one set of voltages, for devices whose model counts pulses: half of each edge counts to it, so that voltage
/// times width, summed over the plateaus, is the area of the drive (trapezoidal rule).
/// </summary>
/// <param name="Voltages">N voltages in volts.</param>
/// <param name="Width">Width in seconds; of a pulse that at half its amplitude.</param>
/// <param name="Rise">Duration of the edge before it in seconds.</param>
public sealed record Plateau(double[] Voltages, double Width, double Rise)
{
    // Of an edge: what rounding leaves between two edges of one length.
    private const double SameEdge = 1e-6;

    /// <summary>The plateaus of a drive at which some terminal is not at 0 V.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="load">Conductance matrix that it meets, in siemens.</param>
    public static IReadOnlyList<Plateau> Of(ITerminalDrive drive, ConductanceMatrix load)
    {
        IReadOnlyList<double> t = drive.Corners;
        double[][] at = new double[t.Count][];
        for (int corner = 0; corner < t.Count; corner++)
            drive.Voltages(Math.Max(corner - 1, 0), t[corner], load, at[corner] = new double[drive.TerminalCount]);
        List<Plateau> plateaus = [];
        for (int first = 0, last; first < t.Count; first = last + 1)
        {
            for (last = first; last + 1 < t.Count && at[last + 1].AsSpan().SequenceEqual(at[first]); last++)
            {
            }

            double rise = first > 0 ? t[first] - t[first - 1] : 0, fall = last + 1 < t.Count ? t[last + 1] - t[last] : 0;
            double width = t[last] - (t[first] - rise) + (Math.Abs(fall - rise) <= SameEdge * rise ? 0 : (fall - rise) / 2);
            if (width > 0 && at[first].Any(v => v != 0))
                plateaus.Add(new(at[first], width, rise));
        }

        return plateaus;
    }
}
