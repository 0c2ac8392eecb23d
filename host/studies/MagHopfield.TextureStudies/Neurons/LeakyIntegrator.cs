namespace MagHopfield.TextureStudies.Neurons;

/// <summary>
/// The leaky integrate-and-fire neuron, ds/dt = v F − s/τ, which fires at s = S: never where F is below S/(v τ), else after
/// τ ln[F/(F − S/(v τ))] (L. F. Abbott, Brain Res. Bull. 50, 303 (1999)).
/// </summary>
/// <param name="Speed">v, what an input F of 1 adds in a second.</param>
/// <param name="Time">τ in seconds.</param>
/// <param name="Threshold">S, in units of s.</param>
internal sealed record LeakyIntegrator(double Speed, double Time, double Threshold)
{
    /// <summary>Least input that fires.</summary>
    public double LeastInput => Threshold / (Speed * Time);

    /// <summary>Time in seconds from rest to the spike; infinite where there is none.</summary>
    /// <param name="input">F.</param>
    public double FirstSpike(double input) => input > LeastInput ? Time * Math.Log(input / (input - LeastInput)) : double.PositiveInfinity;
}
