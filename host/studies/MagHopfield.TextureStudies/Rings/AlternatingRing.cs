using System.Globalization;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Rings;

/// <summary>The ring of the document "magnetomemristance" under a voltage of any frequency.</summary>
/// <param name="frequency">Frequency in hertz.</param>
internal sealed class AlternatingRing(double frequency)
{
    // Looks in a period; even, so that the loop of a resistor has no area but for rounding.
    private const int Looks = 64;

    // 1/(α γ Ms/2) is 0.6 ns.
    private const double Settling = 2.5e-9;

    /// <summary>The document.</summary>
    public TextureDocument Document { get; } = TextureDocument.Of("magnetomemristance").With(
        "frequency = 6e9 ", FormattableString.Invariant($"frequency = {frequency:R} "));

    /// <summary>Drives the ring until the motion repeats itself, then for a period, and lets go.</summary>
    /// <param name="cancellation">Ends it early.</param>
    public RingLoop Run(CancellationToken cancellation)
    {
        using LiveTexture ring = new(Document.Parse(), cancellation);
        ring.Relax();
        double period = 1 / frequency;
        ring.Run(Math.Ceiling(Settling * frequency) * period, 1);
        List<double> voltages = [], currents = [];
        List<TextureSnapshot> snapshots = [];
        Look();
        ring.Run(period, 1, period / Looks, () =>
        {
            Look();
            return true;
        });
        return new(frequency, [.. voltages], [.. currents], Own(ring), [.. snapshots]);

        void Look()
        {
            (double v, double i) = (ring.Measure().Voltages[0], ring.Measure().Currents[0]);
            voltages.Add(v);
            currents.Add(i);
            if (voltages.Count is 1 or 1 + (Looks / 4))
            {
                string title = string.Create(CultureInfo.InvariantCulture, $"{1e-9 * frequency:0.##} GHz, V = {v:0.00} V");
                snapshots.Add(TextureSnapshot.Of(title, ring.Magnetisation));
            }
        }
    }

    // From the times at which the mean of m_z passes its own mean upwards.
    private static double Own(LiveTexture ring)
    {
        const double interval = 4e-12;
        const int looks = 250;
        List<double> mz = [];
        ring.Run(looks * interval, 0, interval, () =>
        {
            mz.Add(ring.Magnetisation.Z.Average());
            return true;
        });
        double mean = mz.Average();
        double[] passes =
        [
            .. from k in Enumerable.Range(0, mz.Count - 1)
               where mz[k] < mean && mz[k + 1] >= mean
               select (k + ((mean - mz[k]) / (mz[k + 1] - mz[k]))) * interval,
        ];
        return passes.Length > 1 ? (passes.Length - 1) / (passes[^1] - passes[0]) : 0;
    }
}
