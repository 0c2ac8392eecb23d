using MagHopfield.Shared;

namespace MagHopfield.Devices;

/// <summary>
/// Ideal current sources, one a terminal: the voltages are what the load makes of the currents, V = G⁻¹ I, with the mean of the voltages at
/// ground, for the currents fix differences of voltages alone.
/// </summary>
public sealed class CurrentDrive : ITerminalDrive
{
    // Of the largest current: what rounding leaves of a sum.
    private const double Balance = 1e-9;

    private readonly Waveform _currents;

    /// <summary>Makes a drive.</summary>
    /// <param name="currents">Currents into the terminals in amperes.</param>
    /// <exception cref="ArgumentException">At some corner they do not sum to zero: what enters the device must leave it.</exception>
    public CurrentDrive(Waveform currents)
    {
        _currents = currents;
        double[] at = new double[currents.Count];
        for (int corner = 0; corner < currents.Corners.Count; corner++)
        {
            int segment = Math.Max(corner - 1, 0);
            currents.At(segment, currents.Corners[corner], at);
            if (Math.Abs(at.Sum()) > Balance * at.Max(Math.Abs))
                throw new ArgumentException(
                    $"The currents at {currents.Corners[corner]} s sum to {at.Sum()} A; let one terminal take out what the others put in.");
        }
    }

    /// <inheritdoc/>
    public int TerminalCount => _currents.Count;

    /// <inheritdoc/>
    public IReadOnlyList<double> Corners => _currents.Corners;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The load joins some terminals to no other.</exception>
    public void Voltages(int segment, double time, ConductanceMatrix load, Span<double> voltages)
    {
        _currents.At(segment, time, voltages);

        // Elimination with the last terminal at ground: G without its row and column is symmetric and positive definite, no pivot is
        // needed.
        int n = TerminalCount - 1;
        double[] g = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                g[(i * n) + j] = load[i, j];
        }

        for (int k = 0; k < n; k++)
        {
            if (!(g[(k * n) + k] > 1e-12 * load[k, k]))
                throw new InvalidOperationException(
                    $"Terminal {k + 1} conducts to no other terminal; no current can be driven through it.");
            for (int i = k + 1; i < n; i++)
            {
                double factor = g[(i * n) + k] / g[(k * n) + k];
                for (int j = k; j < n; j++)
                    g[(i * n) + j] -= factor * g[(k * n) + j];
                voltages[i] -= factor * voltages[k];
            }
        }

        voltages[n] = 0;
        double mean = 0;
        for (int k = n - 1; k >= 0; k--)
        {
            for (int j = k + 1; j < n; j++)
                voltages[k] -= g[(k * n) + j] * voltages[j];
            voltages[k] /= g[(k * n) + k];
            mean += voltages[k] / TerminalCount;
        }

        for (int k = 0; k <= n; k++)
            voltages[k] -= mean;
    }
}
