using System.Text.Json.Serialization;
using MagHopfield.TextureStudies.Textures;

namespace MagHopfield.TextureStudies.Rings;

/// <summary>One period of an alternating voltage at a ring, once it repeats itself.</summary>
/// <param name="Frequency">Frequency in hertz.</param>
/// <param name="Voltages">
/// Voltages in volts, evenly in time over a period, its end included; the first is where it passes 0 upwards.
/// </param>
/// <param name="Currents">Currents in amperes at these times.</param>
/// <param name="Own">Frequency in hertz at which m_z goes on by itself once the voltage is off.</param>
/// <param name="Snapshots">The ring where the voltage passes 0 upwards, and a quarter of a period later.</param>
internal sealed record RingLoop(double Frequency, double[] Voltages, double[] Currents, double Own, TextureSnapshot[] Snapshots)
{
    /// <summary>Area in V·A of both lobes of the loop of I against V; 0 for a resistor.</summary>
    [JsonIgnore]
    public double Area => Math.Abs(Lobe(0, (Voltages.Length - 1) / 2)) + Math.Abs(Lobe((Voltages.Length - 1) / 2, Voltages.Length - 1));

    /// <summary>The same over largest voltage times largest current.</summary>
    [JsonIgnore]
    public double RelativeArea => Area / (Voltages.Max() * Currents.Max());

    /// <summary>Largest |I| where V passes 0, over the largest current.</summary>
    [JsonIgnore]
    public double Pinch => new[] { 0, (Currents.Length - 1) / 2, Currents.Length - 1 }.Max(k => Math.Abs(Currents[k])) / Currents.Max();

    /// <summary>Change of the resistance over the period, relatively.</summary>
    [JsonIgnore]
    public double Swing
    {
        get
        {
            double[] resistance =
            [
                .. Voltages.Zip(Currents).Where(p => Math.Abs(p.First) > 0.05 * Voltages.Max()).Select(p => p.First / p.Second),
            ];
            return (resistance.Max() / resistance.Min()) - 1;
        }
    }

    private double Lobe(int from, int to)
    {
        double sum = 0;
        for (int k = from; k < to; k++)
            sum += 0.5 * (Currents[k] + Currents[k + 1]) * (Voltages[k + 1] - Voltages[k]);
        return sum;
    }
}

/// <summary>Parts that are kept, and data, in JSON.</summary>
[JsonSerializable(typeof(RingLoop))]
[JsonSerializable(typeof(RingLoop[]))]
internal sealed partial class RingJson : JsonSerializerContext;
